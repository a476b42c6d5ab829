import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, isFree } from './free-ports.mjs';
import { endProcess, isAlive, startProcess } from './processes.mjs';
import { makeFolder, saveServer } from './run-folder.mjs';
import { KINDS } from './servers.mjs';

const HOST = '127.0.0.1';
const START_LIMIT_MS = 180_000;
const PORT_LIMIT_MS = 3000;
const LOG_LINES = 6;
const LOG_BYTES = 8192;

/** Servers as processes of this machine. */
export const localEngine = {
  name: 'local',

  /** One sentence for each thing that is not there, with the way to get it. */
  missing(wanted, { cache }) {
    const sentences = wanted.flatMap(({ kind, version }) =>
      KINDS[kind].missing({ cache, version }),
    );
    return [...new Set(sentences.filter((sentence) => sentence !== null))];
  },

  /** Gives a server that was not here before its folder and ports. */
  async add(state, { name, kind, version }, { runDir }) {
    const taken = state.servers.flatMap((server) => server.ports);
    const ports = await freePorts(KINDS[kind].ports, taken);
    const folder = path.join(runDir, name);
    const server = {
      name,
      kind,
      version: version ?? KINDS[kind].version(),
      host: HOST,
      port: ports[0],
      ports,
      folder,
      log: path.join(folder, 'log.txt'),
      process: null,
    };
    state.servers.push(server);
  },

  /** Starts what does not run, on the ports and data it had, and comes back when it answers. */
  async start(server, options) {
    const kind = KINDS[server.kind];
    const until = Date.now() + START_LIMIT_MS;
    if (!isAlive(server.process)) {
      options.say(server, 'starting');
      await launch(server, options);
    }
    while (!(await kind.answers(server))) {
      const end = isAlive(server.process) ? '' : endOfLog(server);
      if (Date.now() > until)
        throw failed(server, `did not answer within ${START_LIMIT_MS / 1000} s`);
      if (end !== '' && kind.startsLater?.(end) !== true)
        throw failed(server, 'ended while it started');
      await sleep(100);
      if (end !== '') await launch(server, options);
    }
    await kind.welcome?.(server);
  },

  async stop(server, { mode = 'fast', runDir }) {
    await endProcess(server.process, KINDS[server.kind].signals[mode]);
    server.process = null;
    saveServer(runDir, server);
  },

  async condition(server) {
    if (server.process === null) return 'stopped';
    if (!isAlive(server.process)) return 'ended by itself';
    return (await KINDS[server.kind].answers(server)) ? 'answers' : 'runs, but does not answer';
  },
};

async function launch(server, { runDir, cache, say }) {
  const kind = KINDS[server.kind];
  makeFolder(server.folder);
  const until = Date.now() + PORT_LIMIT_MS;
  for (const port of server.ports) {
    while (!(await isFree(port))) {
      if (Date.now() > until)
        throw new Error(
          `Port ${port} of ${server.name} is taken by another process: end that one, or begin anew with down and up.`,
        );
      await sleep(50);
    }
  }
  await kind.prepare(server, { cache, say: (words) => say(server, words) });
  server.logFrom = existsSync(server.log) ? statSync(server.log).size : 0;
  server.process = await startProcess({ ...kind.command(server, { cache }), log: server.log });
  saveServer(runDir, server);
}

function failed(server, what) {
  return new Error(`${server.name} ${what}. The end of ${server.log}:\n${endOfLog(server)}`);
}

/** The last lines that this start wrote. */
function endOfLog({ log, logFrom }) {
  const size = statSync(log).size;
  const from = Math.max(logFrom, size - LOG_BYTES);
  const bytes = Buffer.alloc(size - from);
  const file = openSync(log, 'r');
  readSync(file, bytes, 0, bytes.length, from);
  closeSync(file);
  return bytes
    .toString()
    .trimEnd()
    .split('\n')
    .slice(-LOG_LINES)
    .map((line) => `  ${line}`)
    .join('\n');
}
