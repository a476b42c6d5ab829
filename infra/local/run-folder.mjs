import {
  chmodSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { isAlive, startTimeOf } from './processes.mjs';

/** Version of the state file's shape. */
const FORMAT = 1;

/**
 * What runs in a run folder, as far as it was started from here: `{ engine, servers: [{ name, kind, version, port, … }] }`.
 * Nothing where nothing was started.
 */
export function readState(runDir) {
  const file = path.join(runDir, 'infra.json');
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return { format: FORMAT, engine: null, servers: [] };
  }
  const state = JSON.parse(text);
  if (state.format !== FORMAT)
    throw new Error(`${file} is of another version: end it with the checkout that started it.`);
  return state;
}

/** Written aside and renamed: whoever reads at any moment reads the whole of one state. */
export function writeState(runDir, state) {
  makeFolder(runDir);
  const file = path.join(runDir, 'infra.json');
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

/** Writes down what became of one server; what others wrote about theirs in the meantime stays. */
export function saveServer(runDir, server) {
  const state = readState(runDir);
  const servers = state.servers.map((one) => (one.name === server.name ? server : one));
  writeState(runDir, { ...state, servers });
}

/** A folder that others may pass through but not list: PostgreSQL may run as another user and has its own part inside. */
export function makeFolder(folder) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o711);
}

/** Takes away what the servers of a run wrote. */
export function removeRun(runDir, servers) {
  for (const server of servers) rmSync(server.folder, { recursive: true, force: true });
  rmSync(path.join(runDir, 'infra.json'), { force: true });
}

/** What this process has under way, by run folder. */
const underWay = new Map();

/**
 * One process at a time in a run folder: two that start the same servers would start them twice. What one process does at the
 * same time is up to itself; `last` waits for all that, as whoever ends the servers must.
 */
export async function holding(runDir, work, { last = false } = {}) {
  makeFolder(runDir);
  const lock = path.join(runDir, 'infra.lock');
  const mine = underWay.get(runDir) ?? new Set();
  if (mine.size === 0) take(lock);
  underWay.set(runDir, mine);
  const before = [...mine];
  const now = (async () => {
    if (last) await Promise.allSettled(before);
    return work();
  })();
  mine.add(now);
  try {
    return await now;
  } finally {
    mine.delete(now);
    if (mine.size === 0) {
      rmSync(lock, { force: true });
      removeIfEmpty(runDir);
    }
  }
}

function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY') throw error;
  }
}

function take(lock) {
  const me = JSON.stringify({ pid: process.pid, startTime: startTimeOf(process.pid) });
  try {
    writeFileSync(lock, me, { flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = holderOf(lock);
    if (isAlive(holder))
      throw new Error(
        `Process ${holder.pid} is at work in ${path.dirname(lock)}: wait for it to end.`,
      );
    rmSync(lock, { force: true });
    writeFileSync(lock, me, { flag: 'wx' });
  }
}

function holderOf(lock) {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return null;
  }
}
