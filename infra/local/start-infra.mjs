import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { dockerAnswers, dockerEngine } from './docker-engine.mjs';
import { environmentOf } from './environment.mjs';
import { defaultCache } from './fetch-jars.mjs';
import { localEngine } from './local-engine.mjs';
import { holding, readState, removeRun, writeState } from './run-folder.mjs';
import { serversNamed, wantedServers } from './servers.mjs';

const ENGINES = { docker: dockerEngine, local: localEngine };
/** Where `up` keeps what it starts, unless told otherwise: one set a checkout. */
export const DEFAULT_RUN_DIR = path.resolve(import.meta.dirname, '../../.infra');

/** Something that a start needs is not on this machine; `sentences` say what, and how to get it. */
export class MissingError extends Error {
  constructor(sentences) {
    super(sentences.join('\n'));
    this.sentences = sentences;
  }
}

/**
 * Starts what is missing of a set of servers and comes back when each answers; what runs already is left as it is.
 * The set lives in `runDir` and outlives this process, until `stop` or `scripts/infra down`.
 */
export async function startInfra({
  runDir = DEFAULT_RUN_DIR,
  only,
  kafka,
  engine = 'auto',
  cache = defaultCache(),
  say = () => undefined,
} = {}) {
  const options = { runDir: path.resolve(runDir), cache: path.resolve(cache), say };
  const wanted = wantedServers({ only, kafka });
  await holding(options.runDir, async () => {
    const state = readState(options.runDir);
    const chosen = await engineOf(state, engine);
    const missing = chosen.missing(wanted, options);
    if (missing.length > 0) throw new MissingError(missing);
    state.engine = chosen.name;
    state.secret ??= randomBytes(36).toString('base64');
    for (const one of wanted) {
      if (!state.servers.some(({ name }) => name === one.name))
        await chosen.add(state, one, options);
    }
    writeState(options.runDir, state);
    await all(
      state.servers.filter(({ name }) => wanted.some((one) => one.name === name)),
      (server) => timed(server, say, () => chosen.start(server, options, state)),
    );
  });
  return infraOf(options);
}

/** The set that lives in a run folder, started before; nothing is started or looked at by this. */
export function openInfra({
  runDir = DEFAULT_RUN_DIR,
  cache = defaultCache(),
  say = () => undefined,
} = {}) {
  return infraOf({ runDir: path.resolve(runDir), cache: path.resolve(cache), say });
}

function infraOf(options) {
  const state = () => readState(options.runDir);
  /** One server of the set by name or kind, as it is now. */
  const server = (name) => {
    const found = serversNamed(state(), name)[0];
    const change = (work) =>
      holding(options.runDir, async () => {
        const now = state();
        const one = serversNamed(now, found.name)[0];
        await work(ENGINES[now.engine], one, now);
      });
    const stop = (mode) =>
      change((engine, one, now) => engine.stop(one, { ...options, mode }, now));
    return {
      ...found,
      address: `${found.host}:${found.port}`,
      pid: found.process?.pid ?? null,
      start: () => change((engine, one, now) => engine.start(one, options, now)),
      stop: (mode = 'fast') => stop(mode),
      kill: () => stop('kill'),
    };
  };
  return {
    runDir: options.runDir,
    servers: () => state().servers.map(({ name }) => server(name)),
    server,
    get kafka() {
      return server('kafka');
    },
    get postgres() {
      return server('postgres');
    },
    get redis() {
      return server('redis');
    },
    get sqs() {
      return server('sqs');
    },
    get mail() {
      return server('mail');
    },
    environment: () => environmentOf(state()),
    async conditions() {
      const now = state();
      const rows = now.servers.map(async (one) => [
        one.name,
        await ENGINES[now.engine].condition(one, now),
      ]);
      return Object.fromEntries(await Promise.all(rows));
    },
    /** Ends what was started here, and nothing else; takes its data away unless it is to be kept. Answers with what it was. */
    async stop({ keepData = false } = {}) {
      if (!existsSync(options.runDir)) return [];
      const end = async () => {
        const now = state();
        if (now.engine === null) return [];
        const engine = ENGINES[now.engine];
        await all(now.servers, (one) =>
          timed(one, options.say, () => engine.stop(one, options, now), 'ended'),
        );
        await engine.remove?.(now, { keepData });
        if (!keepData) removeRun(options.runDir, now.servers);
        return now.servers;
      };
      return holding(options.runDir, end, { last: true });
    },
  };
}

/** The engine that the set lives on; for a new one the one that is asked for, else Docker where it answers. */
async function engineOf(state, asked) {
  const name =
    state.engine ?? (asked === 'auto' ? ((await dockerAnswers()) ? 'docker' : 'local') : asked);
  if (asked !== 'auto' && asked !== name)
    throw new Error(
      `This set was started with the engine "${name}": end it with down before you start it with "${asked}".`,
    );
  return ENGINES[name];
}

/** All of them to their end, also where one fails, so that nothing is still being started when this comes back. */
async function all(servers, work) {
  const results = await Promise.allSettled(servers.map(work));
  const failed = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason);
  if (failed.length > 0)
    throw new Error(failed.map(({ message }) => message).join('\n'), { cause: failed[0] });
}

async function timed(server, say, work, done = 'answers') {
  const from = performance.now();
  await work();
  say(server, `${done} after ${((performance.now() - from) / 1000).toFixed(1)} s`);
}
