import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePorts, isFree } from './free-ports.mjs';

const run = promisify(execFile);
const COMPOSE_FILE = path.resolve(import.meta.dirname, '../../docker-compose.yml');
const HOST = '127.0.0.1';
const START_LIMIT_MS = 300_000;

/** Services of docker-compose.yml by the name they have here; `ports`: the variables that set those outside, with their defaults. */
export const SERVICES = {
  'kafka-4.1.1': {
    service: 'kafka',
    image: 'apache/kafka:4.1.1',
    ports: { REDRESS_KAFKA_PORT: 9092 },
  },
  'kafka-3.9.1': {
    service: 'kafka-3',
    image: 'apache/kafka:3.9.1',
    ports: { REDRESS_KAFKA_3_PORT: 9093 },
  },
  sqs: {
    service: 'elasticmq',
    image: 'softwaremill/elasticmq-native:1.6.12',
    ports: { REDRESS_SQS_PORT: 9324 },
  },
  postgres: {
    service: 'postgres',
    image: 'postgres:17.6-bookworm',
    ports: { REDRESS_POSTGRES_PORT: 5432 },
  },
  redis: {
    service: 'redis',
    image: 'redis:7.4.9-bookworm',
    ports: { REDRESS_REDIS_PORT: 6379 },
  },
  mail: {
    service: 'mailpit',
    image: 'axllent/mailpit:v1.28.2',
    ports: { REDRESS_SMTP_PORT: 1025, REDRESS_MAILPIT_PORT: 8025 },
  },
};
const SIGNALS = { postgres: { immediate: 'SIGQUIT', kill: 'SIGKILL' } };

/** Whether a Docker engine answers; the client alone is not enough. */
export async function dockerAnswers() {
  return run('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 }).then(
    ({ stdout }) => stdout.trim() !== '',
    () => false,
  );
}

/** Servers as containers of docker-compose.yml, in a project of their own for each run folder. */
export const dockerEngine = {
  name: 'docker',

  missing(wanted) {
    return wanted
      .filter(({ name }) => !Object.hasOwn(SERVICES, name))
      .map(
        ({ name }) =>
          `docker-compose.yml has no ${name}: take ${Object.keys(SERVICES)
            .filter((other) => other.startsWith('kafka'))
            .join(' or ')}, or --engine local.`,
      );
  },

  async add(state, { name, kind }, { runDir }) {
    const { service, image, ports: asked } = SERVICES[name];
    const ports = [];
    for (const port of Object.values(asked)) {
      const taken = [...state.servers.flatMap((server) => server.ports), ...ports];
      const free = !taken.includes(port) && (await isFree(port));
      ports.push(free ? port : (await freePorts(1, taken))[0]);
    }
    state.project ??= `redress-${createHash('sha256').update(path.resolve(runDir)).digest('hex').slice(0, 8)}`;
    state.servers.push({
      name,
      kind,
      version: image,
      host: HOST,
      port: ports[0],
      ports,
      folder: path.join(runDir, name),
      log: `docker compose -p ${state.project} logs ${service}`,
      service,
      process: null,
    });
  },

  async start(server, { say }, state) {
    say(server, `starting ${server.version} (the first time it is fetched)`);
    await change(state, ['up', '-d', '--no-deps', server.service]);
    const until = Date.now() + START_LIMIT_MS;
    while ((await conditionOf(state, server)) !== 'answers') {
      if (Date.now() > until) {
        const { stdout } = await compose(state, ['logs', '--tail', '6', server.service]);
        throw new Error(
          `${server.name} is not healthy after ${START_LIMIT_MS / 1000} s. The end of its log:\n${stdout}`,
        );
      }
      await sleep(500);
    }
  },

  async stop(server, { mode = 'fast' }, state) {
    const signal = mode === 'fast' ? null : (SIGNALS[server.kind]?.[mode] ?? 'SIGKILL');
    await change(
      state,
      signal === null ? ['stop', server.service] : ['kill', '-s', signal, server.service],
    );
  },

  /** Takes the containers away, and what they wrote unless it is kept. */
  async remove(state, { keepData }) {
    await change(state, ['down', ...(keepData ? [] : ['--volumes'])]);
  },

  condition: (server, state) => conditionOf(state, server),
};

async function conditionOf(state, server) {
  const { stdout: id } = await compose(state, ['ps', '-q', server.service]);
  if (id.trim() === '') return 'stopped';
  const { stdout } = await run('docker', [
    'inspect',
    '--format',
    '{{.State.Status}} {{.State.Health.Status}}',
    id.trim(),
  ]);
  const [status, health] = stdout.trim().split(' ');
  if (status !== 'running') return status === 'exited' ? 'stopped' : status;
  return health === 'healthy' ? 'answers' : 'runs, but does not answer';
}

let before = Promise.resolve();

/** One after the other: two that make the network of one project at once get in each other's way. */
function change(state, words) {
  const now = before.then(() => compose(state, words));
  before = now.catch(() => undefined);
  return now;
}

/** Compose as a part of the client, or as the program of its own that it once was. */
async function compose(state, words) {
  const ports = state.servers.flatMap(({ name, ports: given }) =>
    Object.keys(SERVICES[name].ports).map((variable, index) => [variable, String(given[index])]),
  );
  const options = {
    env: { ...process.env, ...Object.fromEntries(ports) },
    maxBuffer: 16 * 1024 * 1024,
  };
  const rest = ['-f', COMPOSE_FILE, '-p', state.project, '--profile', 'kafka-3', ...words];
  const isPart = await run('docker', ['compose', 'version']).then(
    () => true,
    () => false,
  );
  return isPart
    ? run('docker', ['compose', ...rest], options)
    : run('docker-compose', rest, options);
}
