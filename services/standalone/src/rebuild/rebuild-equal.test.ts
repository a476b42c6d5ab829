import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type CanonicalFeedback } from '@redress/contracts';
import type { ConfirmedExample } from '@redress/domain';
import { listExamples, listTasks, rebuildStore, type RebuildSummary } from '@redress/store';
import type { Database } from '@redress/store';
import { dumpStore, openTestDatabase, type StoreDump } from '@redress/store/testing';
import { aFeedback, eventually, chance } from '@redress/testkit';
import { aFolder, openTestRedress, type TestRedress } from '../fixtures/rebuild/a-redress.ts';
import { oneOf, someFeedback, type Random } from '../fixtures/rebuild/some-feedback.ts';
import { readLetter } from './read-dead-letter.ts';
import { playSamples } from '../samples/play-samples.ts';

const LIMIT = 240_000;
let remove = (): void => undefined;
let data = '';
let redress: TestRedress | null = null;
beforeEach(() => {
  const made = aFolder();
  remove = made.remove;
  data = path.join(made.folder, 'data');
});
afterEach(async () => {
  await redress?.close();
  redress = null;
  remove();
});

async function open(policy?: string): Promise<TestRedress> {
  redress = await openTestRedress(data, policy);
  return redress;
}

/** What a rebuild from this log makes, in a store of its own. */
async function rebuilt({ consoleDependencies: { log } }: TestRedress): Promise<{
  dump: StoreDump;
  summary: RebuildSummary;
  examples: readonly ConfirmedExample[];
}> {
  const database = await openTestDatabase();
  try {
    const summary = await rebuildStore({
      database,
      log,
      policy: DEFAULT_POLICY,
      readDeadLetter: readLetter,
      stamp: { transactionId: 'rebuild', at: new Date().toISOString() },
    });
    return { dump: await dumpStore(database), summary, examples: await examplesIn(database) };
  } finally {
    await database.close();
  }
}

async function expectSameAgain(given: TestRedress): Promise<StoreDump> {
  const before = await dumpStore(given.database);
  const { dump, summary, examples } = await rebuilt(given);
  expect(summary).toMatchObject({ unreadable: [], droppedTransactions: 0, unknownDeliveries: 0 });
  for (const [table, rows] of Object.entries(before))
    expect({ table, rows: dump[table] }).toEqual({ table, rows });
  expect(examples).toEqual(await examplesIn(given.database));
  return before;
}

const examplesIn = async (database: Database): Promise<readonly ConfirmedExample[]> =>
  (await listExamples(database, { limit: 100 })).items;

const openTasks = async ({ database }: TestRedress) =>
  (await listTasks(database, { order: 'opened', state: 'unfinished', limit: 100 })).items;

/** Something a person does with a task, where it can be done. */
async function actAnyhow(given: TestRedress, random: Random): Promise<void> {
  const tasks = (await listTasks(given.database, { order: 'opened', limit: 100 })).items;
  if (tasks.length === 0) return;
  const { id } = oneOf(random, tasks);
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  const [name, body] = oneOf<[string, object]>(random, [
    ['acknowledge', {}],
    ['claim', {}],
    ['promise', { text: 'We call you tomorrow.', dueAt }],
    ['deliver', { note: 'called' }],
    ['resolve', { cause: 'billing-amount', action: { type: 'refund', cost: 12 } }],
    ['note', { text: 'They prefer mornings.' }],
    ['assign', { owner: 'lee' }],
    ['reopen', { reason: 'not solved' }],
    ['not-a-complaint', {}],
  ]);
  const key = random() < 0.5 ? `key-${String(random())}` : undefined;
  // What cannot be done in its state is refused, and that is a history too.
  await given.ask('POST', `/v1/tasks/${id}/${name}`, body, key).catch(() => undefined);
}

const OWNERS = [
  {
    id: 'kim',
    email: 'kim@example.com',
    timeZone: 'UTC',
    languages: ['en'],
    teams: ['care'],
    supervisor: 'lee',
  },
  { id: 'lee', email: 'lee@example.com', timeZone: 'Europe/Berlin', languages: ['de'], teams: [] },
];

const feedbackOf = (person: string, given: Partial<CanonicalFeedback> = {}): CanonicalFeedback =>
  aFeedback({
    channel: 'email',
    sourceId: `of-${person}`,
    occurredAt: new Date(Date.now() - 60_000).toISOString(),
    customer: { identities: [{ type: 'email', value: `${person}@example.com` }] },
    ...given,
  });

describe('a rebuild gives the same store again', () => {
  it(
    'after the sample stories, and after they were taken away',
    async () => {
      const given = await open();
      await playSamples(given, new AbortController().signal);
      await given.quiet();
      const dump = await expectSameAgain(given);
      expect(dump['tasks']?.length).toBeGreaterThan(8);
      expect(dump['activity']?.length).toBeGreaterThan(30);
      await given.ask('POST', '/v1/samples/remove');
      await given.quiet();
      expect((await expectSameAgain(given))['tasks']).toEqual([]);
    },
    LIMIT,
  );

  it(
    'after everything that owners and operators can change',
    async () => {
      const given = await open();
      await given.ask('PUT', '/v1/owners', OWNERS);
      await given.ask('POST', '/v1/sources/quiet/shadow');
      await given.ask('POST', '/v1/sources/quiet-no-more/shadow');
      await given.ask('POST', '/v1/sources/quiet-no-more/live');
      await given.ask('POST', '/v1/tokens', { owner: 'kim' });
      await given.ask('POST', '/v1/feedback', [
        ...['ann', 'ben', 'cem', 'dee', 'eva'].map((person) => feedbackOf(person)),
        feedbackOf('fay', { source: 'quiet' }),
        feedbackOf('ann again', {
          customer: { identities: [{ type: 'phone', value: '+15550001' }] },
        }),
      ]);
      await given.quiet();
      // One import shows that two are one: a join with its reason.
      const ann = {
        identities: [
          { type: 'email', value: 'ann@example.com' },
          { type: 'phone', value: '+15550001' },
        ],
        name: 'Ann',
        account: 'acme',
        valuePerMonth: 900,
        currency: 'EUR',
      };
      await given.ask(
        'PUT',
        '/v1/customers',
        [ann, { identities: [{ type: 'email', value: 'new@example.com' }], account: 'other' }],
        'import-1',
      );
      await given.ask('POST', '/v1/contacts', {
        customer: { identity: { type: 'email', value: 'ann@example.com' } },
        at: new Date().toISOString(),
        channel: 'email',
        direction: 'outbound',
        kind: 'sales',
        text: 'An offer for you',
      });
      const tasks = await openTasks(given);
      expect(tasks.length).toBeGreaterThanOrEqual(5);
      const act = (index: number, name: string, body: object, key?: string) =>
        given.ask('POST', `/v1/tasks/${tasks[index]?.id ?? ''}/${name}`, body, key);
      await act(0, 'acknowledge', {}, 'ack-1');
      await act(0, 'promise', {
        text: 'We call today.',
        dueAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
      await act(1, 'assign', { owner: 'lee' });
      await act(1, 'note', { text: 'prefers mornings' });
      await act(2, 'acknowledge', {});
      await act(2, 'deliver', { note: 'refunded' });
      await act(2, 'resolve', { cause: 'billing-amount', action: { type: 'refund', cost: 20 } });
      await act(4, 'resolve', {
        cause: 'billing-amount',
        causes: ['billing-amount', 'repeat-contact'],
        action: { type: 'refund' },
      });
      await act(3, 'not-a-complaint', {});
      await act(2, 'reopen', { reason: 'came again' });
      await given.consoleDependencies.log.publish([
        { topic: 'feedback.scored.v1', partition: 1, key: 'x', value: Buffer.from('{ broken') },
      ]);
      await eventually('dead letter', async () =>
        (await given.database.query('SELECT id FROM dead_letters')).rows.length > 0 ? true : null,
      );
      await given.quiet();

      const dump = await expectSameAgain(given);
      expect(await examplesIn(given.database)).toMatchObject([
        { causes: ['billing-amount', 'repeat-contact'] },
      ]);
      // A table that nothing stands in would show nothing.
      for (const [table, rows] of Object.entries(dump))
        expect({ table, filled: rows.length > 0 }).toEqual({ table, filled: true });
    },
    LIMIT,
  );

  it(
    'also where the policy changed in between: clocks stay as they were set',
    async () => {
      const first = await open();
      await first.ask('POST', '/v1/feedback', [feedbackOf('ann')]);
      await first.quiet();
      await first.close();
      const second = await open(
        'version: stricter\nclocks:\n  staff:\n    high: { acknowledge: PT5M, promise: PT10M, deliver: PT20M }\nladder:\n  - { after: PT1M, to: owner }\n',
      );
      await second.ask('POST', '/v1/feedback', [feedbackOf('ben')]);
      await second.quiet();
      const dump = await expectSameAgain(second);
      expect(dump['policies']).toHaveLength(2);
      expect(dump['clocks']?.length).toBeGreaterThanOrEqual(2);
    },
    LIMIT,
  );

  it(
    'knows an older revision as applied, so that it is not decided again',
    async () => {
      const given = await open();
      const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
      for (const minutes of [5, 30])
        await given.ask('POST', '/v1/feedback', [
          feedbackOf('ann', {
            revision: { at: at(minutes) },
            text: `Charged twice, ${String(minutes)} times.`,
          }),
        ]);
      await given.quiet();
      expect((await expectSameAgain(given))['applied_events']).toHaveLength(2);
    },
    LIMIT,
  );

  it.each([1, 2, 3, 4, 5])(
    'after any history (seed %i)',
    async (seed) => {
      const random = chance(seed);
      const given = await open();
      await given.ask('PUT', '/v1/owners', OWNERS);
      const feedback = someFeedback(random, 60, Date.now());
      for (let from = 0; from < feedback.length; from += 6) {
        await given.ingestor.take(feedback.slice(from, from + 6));
        if (random() < 0.7) await given.settled();
        await actAnyhow(given, random);
        if (random() < 0.2)
          await given.ask('PUT', '/v1/customers', {
            identities: [
              { type: 'email', value: `person-${String(Math.floor(random() * 6))}@example.com` },
            ],
            account: oneOf(random, ['acme', 'other']),
            valuePerMonth: Math.floor(random() * 500),
            currency: 'EUR',
          });
      }
      await given.quiet();
      await expectSameAgain(given);
    },
    LIMIT,
  );
});
