/**
 * Runs the tests that need real servers, on servers of their own that are started before and ended after, also by Ctrl+C.
 *
 *   npm run test:integration [-- words for jest]
 *
 * Fails where a server cannot be started: what was not tested is never told as tested. A server whose variable is set already
 * (`REDRESS_TEST_KAFKA_3`, …) is taken as it is. `--results DIR` writes jest's results to DIR, one file a run.
 */
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MissingError, openInfra, startInfra } from '../infra/local/start-infra.mjs';

const root = path.resolve(import.meta.dirname, '..');
const RUNS = [
  { name: 'integration', config: 'jest.integration.config.js' },
  { name: 'postgres', config: 'jest.postgres.config.js' },
];
/** Which server each variable tells of, and how its address is written. */
const VARIABLES = {
  REDRESS_TEST_KAFKA_3: { server: 'kafka-3.9.1', write: (address) => address },
  REDRESS_TEST_KAFKA_4: { server: 'kafka-4.1.1', write: (address) => address },
  REDRESS_TEST_SQS: { server: 'sqs', write: (address) => `http://${address}` },
  REDRESS_TEST_REDIS: { server: 'redis', write: (address) => `redis://${address}` },
  REDRESS_TEST_POSTGRES: {
    server: 'postgres',
    write: (address) => `postgres://postgres@${address}/postgres`,
  },
};

const { results, words } = read(process.argv.slice(2));
const runDir = mkdtempSync(path.join(os.tmpdir(), 'redress-integration-'));
chmodSync(runDir, 0o711);
const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    say('stopped: ending what was started');
    stopped.abort();
  });

try {
  const environment = await startServers();
  let code = 0;
  for (const run of RUNS)
    if (!stopped.signal.aborted) code = Math.max(code, await jest(run, environment));
  process.exitCode = stopped.signal.aborted ? 130 : code;
} catch (error) {
  const lacks = error instanceof MissingError ? 'this machine lacks what the tests need:\n  ' : '';
  say(`${lacks}${error instanceof MissingError ? error.sentences.join('\n  ') : error.message}`);
  process.exitCode = 1;
} finally {
  await openInfra({ runDir }).stop();
}

/** Starts the servers that no variable tells of, and answers with all the variables. */
async function startServers() {
  const given = Object.keys(VARIABLES).filter((name) => (process.env[name] ?? '') !== '');
  const needed = Object.entries(VARIABLES).filter(([name]) => !given.includes(name));
  if (given.length > 0) say(`taken as they are: ${given.join(', ')}`);
  if (needed.length === 0) return process.env;
  const names = needed.map(([, { server }]) => server);
  const infra = await startInfra({
    runDir,
    only: [...new Set(names.map((name) => name.split('-')[0]))],
    ...kafkaVersions(names),
    say: (server, text) => say(`${server.name} ${text}`),
  });
  const started = needed.map(([name, { server, write }]) => [
    name,
    write(infra.server(server).address),
  ]);
  return { ...process.env, ...Object.fromEntries(started) };
}

function kafkaVersions(names) {
  const kafka = names.filter((name) => name.startsWith('kafka-'));
  return kafka.length === 0 ? {} : { kafka: kafka.map((name) => name.slice('kafka-'.length)) };
}

/** One run of jest; answers with its exit code. */
async function jest({ name, config }, environment) {
  if (!existsSync(path.join(root, config))) throw new Error(`${config} is missing.`);
  say(`jest -c ${config}`);
  // With a path given, the other run has nothing to do.
  const chosen = words.some((word) => !word.startsWith('-')) ? ['--passWithNoTests'] : [];
  const written =
    results === null ? [] : ['--json', `--outputFile=${path.join(results, `${name}.json`)}`];
  const bin = path.join(root, 'node_modules/jest/bin/jest.js');
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      bin,
      '-c',
      config,
      '--reporters=default',
      ...chosen,
      ...written,
      ...words,
    ],
    // A group of its own, so that its workers and what they started end with it.
    { cwd: root, env: environment, stdio: 'inherit', detached: true },
  );
  const end = () => process.kill(-child.pid, 'SIGTERM');
  stopped.signal.addEventListener('abort', end);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      stopped.signal.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}

function read(given) {
  const at = given.indexOf('--results');
  if (at === -1) return { results: null, words: given };
  return { results: path.resolve(given[at + 1]), words: given.toSpliced(at, 2) };
}

function say(text) {
  process.stderr.write(`test:integration: ${text}\n`);
}
