import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, encodeEvent, uuidV5 } from '@redress/contracts';
import type { FeedbackScored } from '@redress/contracts';
import { silentLogger, systemClock } from '@redress/runtime';
import type { Database } from '@redress/store';
import { openTestDatabase } from '@redress/store/testing';
import { NOW, aScored, email, eventOf } from './fixtures/a-scored.ts';
import { createFeedbackScoredHandler } from './handlers/feedback-scored.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

let offset = 0;
async function decide(scored: FeedbackScored): Promise<void> {
  const handle = createFeedbackScoredHandler({
    database,
    clock: systemClock,
    logger: silentLogger,
    policy: { ...DEFAULT_POLICY, fallbackOwner: 'kim' },
    nameId: uuidV5,
    onCommit: () => undefined,
  });
  const topic = 'feedback.scored.v1';
  const { eventId: id } = eventOf(scored);
  const value = encodeEvent({ id, type: topic, source: 'test', time: NOW, data: scored });
  offset += 1;
  const record = { topic, partition: 0, offset, key: id, value, headers: {}, at: NOW } as const;
  const outcomes = await handle([record], { signal: new AbortController().signal });
  expect(outcomes).toEqual([{ kind: 'ok' }]);
}

it('lets a complaint join the task of one that was corrected to the same customer', async () => {
  const said = (sourceId: string, by: string, at: string): FeedbackScored =>
    aScored(sourceId, {
      customer: { name: 'Ann', identities: [email(by)] },
      revision: { at, hash: `${sourceId} ${by}`, stated: true },
    });
  await decide(said('first', 'ann@exmaple.org', '2026-11-22T09:00:00.000Z'));
  await decide(said('first', 'ann@example.org', '2026-11-22T09:10:00.000Z'));
  await decide(said('second', 'ann@example.org', '2026-11-22T09:20:00.000Z'));
  const { rows } = await database.query(
    `SELECT count(DISTINCT f.task_id) AS tasks, count(DISTINCT f.customer_id) AS customers, count(*) AS feedbacks
     FROM feedback f JOIN tasks t ON t.id = f.task_id AND t.customer_id = f.customer_id WHERE t.state = 'open'`,
  );
  expect(rows).toEqual([{ tasks: 1, customers: 1, feedbacks: 2 }]);
});
