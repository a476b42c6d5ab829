import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '@redress/runtime';
import { describeEventLog } from './conformance.ts';
import { openEmbeddedLog } from './embedded.ts';
import type { EventLog, LogRecord } from './port.ts';

const newDirectory = () => mkdtemp(path.join(tmpdir(), 'redress-log-'));
const openIn = (directory: string) =>
  openEmbeddedLog({ directory, clock: systemClock, backoff: { initial: 1, max: 4 } });

describeEventLog(
  'the embedded log',
  async () => {
    const directory = await newDirectory();
    let log = openIn(directory);
    return {
      log,
      async reopen() {
        await log.close();
        log = openIn(directory);
        return log;
      },
      async cleanup() {
        await log.close();
        await rm(directory, { recursive: true });
      },
    };
  },
  { atomicPublish: true },
);

describe('the embedded log alone', () => {
  let directory: string;
  let log: EventLog;
  beforeEach(async () => {
    directory = await newDirectory();
    log = openIn(directory);
  });
  afterEach(async () => {
    await log.close();
    await rm(directory, { recursive: true });
  });

  const record = (text: string): LogRecord => ({
    topic: 'feedback.received.v1',
    partition: 0,
    key: text,
    value: new TextEncoder().encode(text),
  });

  it('still has what was answered before its process was killed', async () => {
    await log.close();
    const answered = await publishUntilKilled(directory);
    log = openIn(directory);
    const keys: string[] = [];
    for await (const { key } of log.read('feedback.received.v1', 0)) keys.push(key);
    expect(answered).toBeGreaterThan(0);
    expect(keys.slice(0, answered)).toEqual(
      Array.from({ length: answered }, (_, index) => `k${String(index)}`),
    );
  });

  it('refuses what a full disk does not take, keeps what it answered and lives on', async () => {
    await log.close();
    const { answered, refusals, end } = await publishPastTheLimit(directory);
    log = openIn(directory);
    expect(refusals).toEqual(['REDRESS_LOG_WRITE_FAILED', 'REDRESS_LOG_WRITE_FAILED']);
    expect(answered).toBeGreaterThan(0);
    expect(end).toBe(answered);
    expect(await log.end('feedback.received.v1', 0)).toBe(answered);
  });

  it('takes thousands of records a second in batches of a hundred, each synced', async () => {
    const batch = Array.from({ length: 100 }, (_, index) =>
      record(`${String(index)}${'x'.repeat(700)}`),
    );
    const started = process.hrtime.bigint();
    for (let round = 0; round < 10; round += 1) {
      await Promise.all(Array.from({ length: 10 }, () => log.publish(batch)));
    }
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    expect(await log.end('feedback.received.v1', 0)).toBe(10_000);
    expect(10_000 / seconds).toBeGreaterThan(3000);
  });

  it('wakes a consumer at once', async () => {
    let seen = (): void => undefined;
    const arrived = new Promise<void>((resolve) => (seen = resolve));
    await log.consume({
      group: 'redress.test',
      topics: ['feedback.received.v1'],
      maxBatch: 10,
      handle: (records) => {
        seen();
        return Promise.resolve(records.map(() => ({ kind: 'ok' })));
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const started = process.hrtime.bigint();
    await log.publish([record('a')]);
    await arrived;
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(400);
  });

  it('keeps the bytes of the call although the caller changes its buffer', async () => {
    const value = new TextEncoder().encode('before');
    const publishing = log.publish([{ ...record('a'), value }]);
    value.fill(0);
    await publishing;
    for await (const read of log.read('feedback.received.v1', 0)) {
      expect(new TextDecoder().decode(read.value ?? new Uint8Array())).toBe('before');
    }
  });

  it('stops a consumer whose position lies beyond the end', async () => {
    let told = '';
    const consumer = await log.consume({
      group: 'redress.test',
      topics: ['feedback.received.v1'],
      maxBatch: 10,
      loadPositions: () => Promise.resolve(new Map([['feedback.received.v1/0', 7]])),
      handle: () => Promise.resolve([]),
      onStopped: (reason) => (told = reason),
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(consumer.state().state).toBe('stopped');
    expect(told).toContain('the log lost records');
  });

  it('refuses a second consumer of a group that runs, and takes one after it stopped', async () => {
    const options = {
      group: 'redress.test',
      topics: ['feedback.received.v1'],
      maxBatch: 10,
      handle: () => Promise.resolve([]),
    } as const;
    const first = await log.consume(options);
    await expect(log.consume(options)).rejects.toMatchObject({ code: 'REDRESS_LOG_GROUP_TAKEN' });
    await first.stop();
    await expect(log.consume(options)).resolves.toBeDefined();
  });

  it('refuses everything once closed', async () => {
    await log.close();
    await expect(log.publish([record('a')])).rejects.toMatchObject({
      code: 'REDRESS_LOG_CLOSED',
      retryable: true,
    });
    await expect(log.ping()).rejects.toMatchObject({ code: 'REDRESS_LOG_CLOSED' });
  });
});

/** Runs a program on the built packages; `log` is open in the directory. */
function runProgram(
  directory: string,
  body: string,
  limit = 'unlimited',
): ChildProcessByStdio<null, Readable, Readable> {
  const program = `
    import { openEmbeddedLog } from '@redress/event-log';
    import { systemClock } from '@redress/runtime';
    import { writeSync } from 'node:fs';
    const log = openEmbeddedLog({ directory: process.argv[1], clock: systemClock });
    const topic = 'feedback.received.v1';
    ${body}`;
  // A limit on the size of files stands for a full disk: neither needs root.
  const shell = `ulimit -f ${limit}; exec "$0" --input-type=module --eval "$1" "$2"`;
  return spawn('/bin/sh', ['-c', shell, process.execPath, program, directory], {
    cwd: path.dirname(fileURLToPath(import.meta.url)),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Publishes one by one, tells each answer, and is killed. Answers how many it told. */
function publishUntilKilled(directory: string): Promise<number> {
  const child = runProgram(
    directory,
    `for (let n = 0; ; n += 1) {
      await log.publish([{ topic, partition: 0, key: 'k' + n, value: new Uint8Array([n & 255]) }]);
      writeSync(1, '.');
    }`,
  );
  return new Promise((resolve, reject) => {
    let answered = 0;
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => {
      answered += chunk.length;
      if (answered > 50) child.kill('SIGKILL');
    });
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(answered);
      else reject(new Error(`the process ended by itself; is the package built? ${complaint}`));
    });
  });
}

interface PastTheLimit {
  readonly answered: number;
  readonly refusals: readonly string[];
  readonly end: number;
}

/** Publishes until two calls are refused, then tells what it knows and closes. */
function publishPastTheLimit(directory: string): Promise<PastTheLimit> {
  const child = runProgram(
    directory,
    `const refusals = [];
    let answered = 0;
    while (refusals.length < 2 && answered < 100000) {
      const records = Array.from({ length: 100 }, () => ({ topic, partition: 0, key: 'k', value: new Uint8Array(1000) }));
      try {
        await log.publish(records);
        answered += 100;
      } catch (error) {
        refusals.push(error.code);
      }
    }
    await log.ping();
    writeSync(1, JSON.stringify({ answered, refusals, end: await log.end(topic, 0) }));
    await log.close();`,
    '4096',
  );
  return new Promise((resolve, reject) => {
    let told = '';
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(told) as PastTheLimit);
      else reject(new Error(`ended with ${String(code)}: ${complaint}`));
    });
  });
}
