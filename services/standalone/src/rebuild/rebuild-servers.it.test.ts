import { afterEach, expect, it } from '@jest/globals';
import { silentLogger } from '@redress/runtime';
import { openPostgres } from '@redress/store';
import { createTestPostgres, dumpStore, type TestPostgres } from '@redress/store/testing';
import { aFeedback, eventually, testServers } from '@redress/testkit';
import { linesOf, runCommand } from '../fixtures/run-command.ts';
import { openServerMode, type ServerMode } from '../fixtures/server-mode.ts';

const LIMIT = 240_000;
const CUSTOMERS = 10;

let servers: ServerMode | null = null;
let second: TestPostgres | null = null;
afterEach(async () => {
  await servers?.close();
  await second?.drop();
});

it(
  'makes the store of services again from Kafka, in an empty database and in no other',
  async () => {
    servers = await openServerMode({ partitions: 4 });
    const { environment, database } = servers;
    const [ingestor, , notifier, console_] = [
      await servers.start('ingestor-http'),
      await servers.start('scorer'),
      await servers.start('notifier'),
      await servers.start('console'),
    ];
    const feedback = Array.from({ length: CUSTOMERS }, (_, index) =>
      aFeedback({
        channel: 'email',
        sourceId: String(index),
        occurredAt: new Date(Date.now() - 60_000).toISOString(),
        customer: { identities: [{ type: 'email', value: `c${String(index)}@example.com` }] },
      }),
    );
    expect(await servers.ask(ingestor, 'POST', '/v1/feedback', feedback)).toMatchObject({
      status: 202,
    });
    await eventually(
      'all mails or their digest',
      async () => {
        const { rows } = await database.query<{ state: string; n: number }>(
          "SELECT state, count(*) AS n FROM deliveries WHERE kind <> 'digest' GROUP BY state",
        );
        const done = rows.filter(({ state }) => state === 'sent' || state === 'digested');
        return done.reduce((sum, { n }) => sum + n, 0) >= CUSTOMERS ? true : null;
      },
      60_000,
    );
    const { body } = await servers.ask(console_, 'GET', '/v1/tasks');
    const [task] = (body as { items: { id: string }[] }).items;
    for (const [action, given] of [
      ['acknowledge', {}],
      ['note', { text: 'prefers mornings' }],
    ] as const)
      expect(
        await servers.ask(console_, 'POST', `/v1/tasks/${task?.id ?? ''}/${action}`, given),
      ).toMatchObject({ status: 200 });
    const rebuild = (url: string) =>
      runCommand(['rebuild'], { environment: { ...environment, DATABASE_URL: url } });
    second = await createTestPostgres(testServers().postgres);
    expect(await rebuild(environment['DATABASE_URL'] ?? '')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('stop them first') as unknown,
    });
    await eventually('end of all that is on its way out', async () =>
      (await database.query('SELECT 1 FROM outbox')).rows.length === 0 ? true : null,
    );
    await notifier.stop();
    await console_.stop();

    expect(await rebuild(environment['DATABASE_URL'] ?? '')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not empty') as unknown,
    });
    const mails = servers.sink.mails.length;
    const made = await rebuild(second.url);
    expect([made.code, made.stderr]).toEqual([0, '']);
    expect(linesOf(made.stdout)).toMatchObject([
      { feedback: CUSTOMERS, tasks: CUSTOMERS, unknownDeliveries: 0, unreadable: 0 },
    ]);
    const again = await openPostgres({
      url: second.url,
      poolSize: 2,
      applicationName: 'redress test',
      logger: silentLogger,
    });
    try {
      const [before, after] = [await dumpStore(database), await dumpStore(again)];
      for (const [table, rows] of Object.entries(before))
        expect({ table, rows: after[table] }).toEqual({ table, rows });
    } finally {
      await again.close();
    }
    expect(servers.sink.mails).toHaveLength(mails);
  },
  LIMIT,
);
