import path from 'node:path';
import { parseArgs } from 'node:util';
import { exportLines } from './environment.mjs';
import { defaultCache } from './fetch-jars.mjs';
import { DEFAULT_KAFKA, KINDS, MODES, UsageError } from './servers.mjs';
import { DEFAULT_RUN_DIR, MissingError, openInfra, startInfra } from './start-infra.mjs';

const OPTIONS = {
  only: { type: 'string' },
  kafka: { type: 'string' },
  engine: { type: 'string', default: 'auto' },
  'run-dir': { type: 'string', default: DEFAULT_RUN_DIR },
  cache: { type: 'string', default: defaultCache() },
  mode: { type: 'string', default: 'fast' },
  'keep-data': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
};
/** What each command may be told, besides where its run folder is. */
const COMMANDS = {
  up: ['only', 'kafka', 'engine', 'cache', 'json'],
  down: ['keep-data'],
  status: ['json'],
  stop: ['mode'],
  start: ['cache'],
};

const HELP = `Servers to develop and test with: Kafka, an SQS engine, PostgreSQL, Redis and a mail server that sends nothing on.

  scripts/infra up        starts what does not run yet, waits until each answers, prints the environment to use:
                          eval "$(scripts/infra up)"
  scripts/infra status    tells each
  scripts/infra down      ends what was started here, and nothing else
  scripts/infra stop NAME, scripts/infra start NAME
                          one of them, on the same port with the same data

Where a Docker engine answers they are containers of docker-compose.yml. Where none does they are processes of this machine,
on free ports: PostgreSQL and Redis from the path, Kafka and ElasticMQ from their jars, which Maven fetches the first time.

  --only LIST       of ${Object.keys(KINDS).join(', ')} (up; all of them)
  --kafka LIST      versions of Kafka (up; ${DEFAULT_KAFKA.join(',')})
  --engine NAME     auto, docker or local (up; auto)
  --run-dir DIR     where this set keeps its data and logs; another folder is another set
                    (${path.relative(process.cwd(), DEFAULT_RUN_DIR) || DEFAULT_RUN_DIR})
  --cache DIR       where fetched jars are kept (${defaultCache()})
  --mode MODE       fast (orderly), immediate, kill (stop; fast)
  --keep-data       leaves data and logs for the next up (down)
  --json            for scripts (up, status)

Data goes to stdout, talk to stderr. Exit code 0: done, 1: failed, 2: wrong usage.
`;

/** Runs one command line; answers with the exit code. */
export async function runCommand(words, { out, talk }) {
  try {
    const { values, positionals } = read(words);
    const [command, name] = positionals;
    if (values.help || command === undefined) {
      (values.help ? out : talk)(HELP);
      return values.help ? 0 : 2;
    }
    check(command, name, positionals, words, values);
    const say = (server, text) => talk(`${server.name.padEnd(12)} ${text}\n`);
    return await DO[command]({ ...values, name, say, out, talk });
  } catch (error) {
    talk(
      `${error instanceof MissingError ? 'This machine lacks:\n  ' + error.sentences.join('\n  ') : error.message}\n`,
    );
    return error instanceof UsageError ? 2 : 1;
  }
}

const DO = {
  async up({ only, kafka, engine, cache, json, say, out, talk, 'run-dir': runDir }) {
    const infra = await startInfra({
      runDir,
      only: list(only),
      kafka: list(kafka),
      engine,
      cache,
      say,
    });
    if (json) out(`${JSON.stringify(await describe(infra), null, 2)}\n`);
    else {
      talk(`\n${await table(infra)}\n`);
      out(exportLines(infra.environment()));
    }
    return 0;
  },
  async down({ 'run-dir': runDir, 'keep-data': keepData, say, talk }) {
    const ended = await openInfra({ runDir, say }).stop({ keepData });
    talk(
      ended.length === 0
        ? 'Nothing was started here.\n'
        : `${ended.length} ended${keepData ? ', data kept' : ''}.\n`,
    );
    return 0;
  },
  async status({ 'run-dir': runDir, json, out }) {
    const infra = openInfra({ runDir });
    const all = Object.values(await infra.conditions());
    if (json) out(`${JSON.stringify(await describe(infra), null, 2)}\n`);
    else out(all.length === 0 ? 'Nothing was started here.\n' : await table(infra));
    return all.every((condition) => condition === 'answers') ? 0 : 1;
  },
  async stop({ 'run-dir': runDir, name, mode, say }) {
    const server = openInfra({ runDir }).server(name);
    await server.stop(mode);
    say(server, `stopped (${mode})`);
    return 0;
  },
  async start({ 'run-dir': runDir, cache, name, say }) {
    const server = openInfra({ runDir, cache, say }).server(name);
    await server.start();
    say(server, `answers on ${server.address}`);
    return 0;
  },
};

function read(words) {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${error.message}\nscripts/infra --help tells what there is.`);
  }
}

/** A word that is wrong, or that does nothing for this command, is told rather than passed over. */
function check(command, name, positionals, words, values) {
  if (!Object.hasOwn(COMMANDS, command))
    throw new UsageError(
      `There is no command "${command}": it is one of ${Object.keys(COMMANDS).join(', ')}.`,
    );
  const named = command === 'stop' || command === 'start';
  if (named && name === undefined) throw new UsageError(`Which one? scripts/infra ${command} NAME`);
  if (positionals.length > (named ? 2 : 1))
    throw new UsageError(`"${positionals.at(-1)}" is one word too many for ${command}.`);
  const given = words
    .filter((word) => word.startsWith('--'))
    .map((word) => word.slice(2).split('=')[0]);
  const idle = given.find((option) => option !== 'run-dir' && !COMMANDS[command].includes(option));
  if (idle !== undefined) throw new UsageError(`--${idle} says nothing to ${command}.`);
  if (!['auto', 'docker', 'local'].includes(values.engine))
    throw new UsageError(`There is no engine "${values.engine}": it is auto, docker or local.`);
  if (!MODES.includes(values.mode))
    throw new UsageError(`There is no mode "${values.mode}": it is ${MODES.join(', ')}.`);
}

async function describe(infra) {
  const conditions = await infra.conditions();
  return {
    runDir: infra.runDir,
    servers: infra.servers().map(({ name, kind, version, host, port, pid, log }) => ({
      ...{ name, kind, version, host, port, pid, log },
      condition: conditions[name],
    })),
    environment: infra.environment(),
  };
}

async function table(infra) {
  const { servers } = await describe(infra);
  const rows = [['NAME', 'VERSION', 'ADDRESS', 'PID', 'STATE', 'LOG']].concat(
    servers.map(({ name, version, host, port, pid, condition, log }) => [
      name,
      version,
      `${host}:${port}`,
      String(pid ?? '-'),
      condition,
      log,
    ]),
  );
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column]))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function list(text) {
  return text
    ?.split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}
