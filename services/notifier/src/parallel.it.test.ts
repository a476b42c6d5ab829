import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, encodeEvent, uuidV5 } from '@redress/contracts';
import type { FeedbackScored } from '@redress/contracts';
import type { StoredRecord } from '@redress/event-log';
import { silentLogger, systemClock } from '@redress/runtime';
import { openPostgres } from '@redress/store';
import type { Database } from '@redress/store';
import { createTestPostgres } from '@redress/store/testing';
import { testServers } from '@redress/testkit';
import { aScored, email, eventOf, phone } from './fixtures/a-scored.ts';
import { createFeedbackScoredHandler } from './handlers/feedback-scored.ts';

const PEOPLE = 200;
const BATCH = 20;

let databases: Database[];
let drop: () => Promise<void>;
beforeAll(async () => {
  const made = await createTestPostgres(testServers().postgres);
  drop = made.drop;
  const open = (): Promise<Database> =>
    openPostgres({
      url: made.url,
      poolSize: 2,
      applicationName: 'redress test',
      logger: silentLogger,
    });
  databases = [await open(), await open()];
}, 60_000);
afterAll(async () => {
  for (const database of databases) await database.close();
  await drop();
}, 60_000);

/** What a process does with the records of its partition, in batches. */
async function decide(
  database: Database,
  partition: number,
  all: readonly FeedbackScored[],
): Promise<void> {
  const handle = createFeedbackScoredHandler({
    database,
    clock: systemClock,
    logger: silentLogger,
    policy: { ...DEFAULT_POLICY, fallbackOwner: 'kim' },
    nameId: uuidV5,
    onCommit: () => undefined,
  });
  const records = all.map((scored, offset): StoredRecord => {
    const topic = 'feedback.scored.v1';
    const { eventId: id } = eventOf(scored);
    const time = systemClock.now();
    const value = encodeEvent({ id, type: topic, source: 'test', time, data: scored });
    return { topic, partition, offset, key: id, value, headers: {}, at: time };
  });
  for (let first = 0; first < records.length; first += BATCH) {
    const outcomes = await handle(records.slice(first, first + BATCH), {
      signal: new AbortController().signal,
    });
    expect(outcomes.every(({ kind }) => kind === 'ok')).toBe(true);
  }
}

describe('two notifiers that hear of the same people at the same moment', () => {
  it('make one customer with one task of each, whatever identity each of them saw', async () => {
    const people = Array.from({ length: PEOPLE }, (_, index) => ({
      mail: email(`person-${String(index)}@example.org`, true),
      number: phone(`+4860000${String(1000 + index)}`, true),
    }));
    const both = people.map(({ mail, number }, index) =>
      aScored(`both-${String(index)}`, { customer: { identities: [mail, number] } }),
    );
    const alone = people.map(({ mail, number }, index) =>
      aScored(`alone-${String(index)}`, { customer: { identities: [index % 2 ? mail : number] } }),
    );
    await Promise.all([decide(databases[0]!, 0, both), decide(databases[1]!, 1, alone)]);

    const count = async (sql: string): Promise<unknown> =>
      (await databases[0]!.query<{ found: unknown }>(`SELECT count(*) AS found FROM ${sql}`))
        .rows[0]?.found;
    expect(await count(`feedback`)).toBe(2 * PEOPLE);
    expect(
      await count(
        `(SELECT DISTINCT c.surviving_id FROM identities i JOIN customers c ON c.id = i.customer_id) AS people`,
      ),
    ).toBe(PEOPLE);
    expect(await count(`tasks WHERE state = 'open'`)).toBe(PEOPLE);
    expect(await count(`tasks WHERE jsonb_array_length(data -> 'touches') = 2`)).toBe(PEOPLE);
  }, 60_000);
});
