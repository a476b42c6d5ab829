import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFeedback, eventually, startRedress } from '@redress/testkit';
import { REDRESS } from './fixtures/run-command.ts';
import {
  mainOf,
  openServerMode,
  type ServerMode,
  type ServiceName,
} from './fixtures/server-mode.ts';

const NAMES: readonly ServiceName[] = [
  'ingestor-http',
  'ingestor-sqs',
  'scorer',
  'notifier',
  'console',
];
/** What an orchestrator waits before it kills. */
const DRAIN_MS = 25_000;

async function runToEnd(
  name: ServiceName,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [mainOf(name), ...words], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode, out, err };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

const healthOf = async (operations: string) => {
  const response = await fetch(`${operations}/health`);
  return { status: response.status, body: (await response.json()) as object };
};

describe.each(NAMES)('%s', (name) => {
  it('tells what it is and everything it reads from the environment', async () => {
    const { code, out } = await runToEnd(name, ['--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^${name}: `));
    for (const variable of ['KAFKA_BROKERS', 'REDRESS_OPS_PORT']) expect(out).toContain(variable);
    expect((await runToEnd(name, ['begin'])).code).toBe(2);
  });

  it('does not start without its configuration, and says what is missing, never a value', async () => {
    const { code, err } = await runToEnd(name, [], { REDRESS_OPS_PORT: 'seven-hundred' });
    expect(code).toBe(78);
    expect(err).toContain('KAFKA_BROKERS: is missing');
    expect(err).toContain('REDRESS_OPS_PORT');
    expect(err).not.toContain('seven-hundred');
  });
});

describe('services that run apart', () => {
  let set: ServerMode;
  beforeAll(async () => {
    set = await openServerMode({ partitions: 4 });
  }, 60_000);
  afterAll(() => set.close());

  it.each(NAMES)('%s starts, is well, tells its figures, and ends with 0 in time', async (name) => {
    const service = await set.start(name);
    // A consumer has to find its group first.
    await eventually('health', async () => {
      const { status, body } = await healthOf(service.operations);
      return (status === 200 && JSON.stringify(body).includes('"status":"ok"')) || null;
    });
    const metrics = await fetch(`${service.operations}/metrics`);
    expect(await metrics.text()).toContain('redress_');
    const from = Date.now();
    expect(await service.stop()).toBe(0);
    expect(Date.now() - from).toBeLessThan(DRAIN_MS);
  });

  it.each(NAMES)('%s waits for a broker that is away, and says so', async (name) => {
    const [broker, operations] = [await freePort(), await freePort()];
    const child = spawn(process.execPath, [mainOf(name)], {
      env: {
        PATH: process.env['PATH'] ?? '',
        ...set.environment,
        KAFKA_BROKERS: `127.0.0.1:${String(broker)}`,
        REDRESS_OPS_PORT: String(operations),
        REDRESS_LOG_LEVEL: 'silent',
      },
      stdio: 'ignore',
    });
    const address = `http://127.0.0.1:${String(operations)}`;
    await eventually(
      'reason for waiting',
      async () => {
        const { status, body } = await healthOf(address).catch(() => ({ status: 0, body: {} }));
        return (status === 503 && JSON.stringify(body).includes('broker')) || null;
      },
      40_000,
    );
    expect((await fetch(`${address}/health/live`)).status).toBe(200);
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });

  it('together take a feedback to its owner’s mail, and drain under load without losing any', async () => {
    const names = ['console', 'ingestor-http', 'scorer', 'notifier'] as const;
    const [console, ingestor, ...workers] = await Promise.all(names.map((name) => set.start(name)));
    if (console === undefined || ingestor === undefined) throw new Error('not started');
    const count = 200;
    const feedback = Array.from({ length: count }, (_, index) =>
      aFeedback({
        channel: 'email',
        sourceId: `load-${String(index)}`,
        customer: { identities: [{ type: 'email', value: `load-${String(index)}@example.com` }] },
      }),
    );
    const sent = set.ask(ingestor, 'POST', '/v1/feedback', feedback);
    expect((await sent).status).toBe(202);
    for (const worker of workers) expect(await worker.stop()).toBe(0);
    await Promise.all([set.start('scorer', { SCORER_THREADS: '2' }), set.start('notifier')]);
    await eventually(
      'task for each',
      async () => {
        const { body } = await set.ask(console, 'GET', '/v1/stats');
        return (body as { task: number }).task === count || null;
      },
      60_000,
    );
    await eventually('mail', () => set.sink.mails[0]);
    for (const service of [ingestor, console]) expect(await service.stop()).toBe(0);
  });

  it('do the same in one process on the same servers', async () => {
    const dataDirectory = await mkdtemp(path.join(tmpdir(), 'redress-servers-'));
    const redress = await startRedress({
      command: REDRESS,
      dataDirectory,
      words: ['--no-samples'],
      environment: set.environment,
    });
    const feedback = aFeedback({
      channel: 'email',
      source: 'one-process',
      customer: { identities: [{ type: 'email', value: 'one-process@example.com' }] },
    });
    expect((await redress.ask('POST', '/v1/feedback', feedback)).status).toBe(202);
    // Others still work on the same servers; whoever decides it, its mail goes out.
    const { taskId } = await eventually(
      'task',
      async () => {
        const { rows } = await set.database.query<{ taskId: string }>(
          `SELECT task_id AS "taskId" FROM feedback WHERE source = 'one-process' AND task_id IS NOT NULL`,
        );
        return rows[0];
      },
      60_000,
    );
    await eventually(
      'mail',
      async () => {
        const { rows } = await set.database.query(
          `SELECT 1 FROM deliveries WHERE task_id = $1 AND state IN ('sent', 'digested')`,
          [taskId],
        );
        return rows[0];
      },
      60_000,
    );
    expect(await redress.stop()).toBe(0);
    await rm(dataDirectory, { recursive: true });
  });
});
