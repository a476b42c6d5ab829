import { afterEach, describe, expect, it } from '@jest/globals';
import type { CanonicalFeedback } from '@redress/contracts';
import { aFeedback, chance, eventually } from '@redress/testkit';
import { openServerMode, type ServerMode } from './fixtures/server-mode.ts';

const PARTITIONS = 8;
/** Customers who are known by two identities, each in a partition of its own, until one feedback shows that they are one. */
const JOINS = 1000;
const FROM = Date.parse('2026-06-01T08:00:00.000Z');
const AT_ONCE = 250;

/** Three feedbacks of each customer: by mail address, by phone, and one that shows both; in an order of chance. */
function feedback(): CanonicalFeedback[] {
  const all = Array.from({ length: JOINS }, (_, customer) => {
    const email = { type: 'email', value: `c${String(customer)}@example.com` } as const;
    const phone = { type: 'phone', value: `+4822${String(1_000_000 + customer)}` } as const;
    const said = (turn: number, given: Partial<CanonicalFeedback>): CanonicalFeedback =>
      aFeedback({
        channel: 'email',
        sourceId: `${String(customer)}-${String(turn)}`,
        occurredAt: new Date(FROM + customer * 60_000 + turn * 1000).toISOString(),
        score: { kind: 'nps', value: turn === 1 ? 9 : 1 },
        ...given,
      });
    return [
      said(0, { customer: { identities: [email] }, text: 'I was charged twice.' }),
      said(1, { customer: { identities: [phone] }, text: 'The driver was friendly, thank you.' }),
      said(2, {
        channel: 'call',
        customer: {
          identities: [
            { ...email, verified: true },
            { ...phone, verified: true },
          ],
        },
        text: 'The parcel came broken and nobody answers the phone.',
      }),
    ];
  }).flat();
  const random = chance(20_261_125);
  return all
    .map((one) => ({ one, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}

/** What the customers, their tasks and how each feedback ended come to, whatever ids they got and whoever of a joined pair survived. */
async function endState({ database }: ServerMode) {
  const { rows: customers } = await database.query(
    `SELECT array_agg(i.key ORDER BY i.key) AS identities
     FROM identities i JOIN customers c ON c.id = i.customer_id
     GROUP BY c.surviving_id ORDER BY 1`,
  );
  const { rows: tasks } = await database.query(
    `SELECT (SELECT array_agg(i.key ORDER BY i.key) FROM identities i JOIN customers c ON c.id = i.customer_id
               WHERE c.surviving_id = t.customer_id) AS identities,
            t.state, t.severity, t.causes, t.owner, t.data->'contacts' AS contacts, t.data->'churn' AS churn,
            jsonb_array_length(t.data->'touches') AS touches
     FROM tasks t WHERE t.state <> 'closed' ORDER BY 1`,
  );
  const { rows: outcomes } = await database.query(
    `SELECT outcome, count(*) AS count FROM feedback GROUP BY outcome ORDER BY outcome`,
  );
  return { customers, tasks, outcomes };
}

/** Sends everything to so many scorers and notifiers, and waits until it is decided and mailed. */
async function run(count: number, open: (set: ServerMode) => void) {
  const set = await openServerMode({ partitions: PARTITIONS });
  open(set);
  const [console, ingestor] = await Promise.all([set.start('console'), set.start('ingestor-http')]);
  const workers = await Promise.all(
    Array.from({ length: count }, () => [set.start('scorer'), set.start('notifier')]).flat(),
  );
  const all = feedback();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const answer = await set.ask(ingestor, 'POST', '/v1/feedback', all.slice(from, from + AT_ONCE));
    expect(answer.status).toBe(202);
  }
  await eventually(
    'end of all that was sent',
    async () => {
      const { rows } = await set.database.query<{ count: number }>(
        'SELECT count(*) AS count FROM applied_events',
      );
      return rows[0]?.count === all.length || null;
    },
    400_000,
  );
  const { status, body } = await set.ask(console, 'GET', '/v1/stats');
  expect(status).toBe(200);
  expect(body).toMatchObject({ received: all.length, inFlight: 0, dead: 0 });
  const state = await endState(set);
  for (const worker of workers) expect(await worker.stop()).toBe(0);
  return state;
}

describe('scorers and notifiers over eight partitions', () => {
  const sets: ServerMode[] = [];
  afterEach(() => Promise.all(sets.splice(0).map((set) => set.close())));

  it('end in the same state by twos as alone, with a thousand customers found to be one meanwhile', async () => {
    const keep = (set: ServerMode): void => void sets.push(set);
    const alone = await run(1, keep);
    const byTwos = await run(2, keep);
    expect(byTwos).toEqual(alone);
    expect(alone.customers).toHaveLength(JOINS);
    expect(alone.tasks).toHaveLength(JOINS);
  }, 1_000_000);
});
