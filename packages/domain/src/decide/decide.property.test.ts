import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, SEVERITIES, type FeedbackScored, type Identity } from '@redress/contracts';
import fc from 'fast-check';
import { actOnTask } from '../action/act-on-task.ts';
import type { TaskAction } from '../action/task-action.ts';
import { clocksOf } from '../clock/clocks-of.ts';
import { fireClock } from '../clock/fire-clock.ts';
import type { Effect } from '../effect/effect.ts';
import { nameId, scoredFeedback, type Said } from '../fixtures/scored-feedback.ts';
import { World } from '../replay/world.ts';
import { isOpen, type Task } from '../task/task.ts';
import { afterImport, decide } from './decide.ts';
import type { Decision } from './decision.ts';

const START = Date.parse('2026-03-01T00:00:00.000Z');
const END = '2026-12-01T00:00:00.000Z';

/** Three people of whom two share an account; one of them speaks through two identities. */
const PEOPLE = [
  {
    identities: [
      { type: 'email' as const, value: 'a@example.com' },
      { type: 'phone' as const, value: '+15550001' },
    ],
    account: 'firm',
    valuePerMonth: 300,
    currency: 'USD',
    since: '2015-01-01',
  },
  {
    identities: [{ type: 'email' as const, value: 'b@example.com' }],
    account: 'firm',
    renewalOn: '2026-04-01',
    revenueShare: 0.1,
  },
  { identities: [{ type: 'handle' as const, value: 'c', network: 'x' }] },
];
const IDENTITIES: readonly Identity[] = PEOPLE.flatMap((person): Identity[] => person.identities);

const said: fc.Arbitrary<Omit<Said, 'id'>> = fc.record(
  {
    at: fc
      .integer({ min: 0, max: 60 * 24 * 120 })
      .map((minutes) => new Date(START + minutes * 60_000).toISOString()),
    identity: fc.constantFrom(...IDENTITIES),
    channel: fc.constantFrom(
      'call',
      'email',
      'chat',
      'social',
      'review',
      'survey',
      'voicemail',
      'product',
      'ticket',
    ),
    unhappy: fc.boolean(),
    form: fc.constantFrom('grievance', 'question', 'request', 'thanks', 'remark'),
    causes: fc.subarray(
      ['delay-waiting', 'billing-amount', 'staff-conduct', 'other', 'broken-promise'],
      { maxLength: 2 },
    ),
    churn: fc.constantFrom('none', 'none', 'risk', 'stated'),
    exposure: fc.constantFrom('none', 'none', 'threatened', 'public'),
    promiseMinutes: fc.integer({ min: 1, max: 5000 }),
    promiseOutcome: fc.constantFrom('none', 'kept', 'broken'),
    recovery: fc.constantFrom('none', 'none', 'solved', 'renewed'),
    contacts: fc.integer({ min: 1, max: 7 }),
    minutes: fc.integer({ min: 1, max: 90 }),
    amounts: fc.array(fc.integer({ min: 1, max: 9000 }), { maxLength: 2 }),
    score: fc.integer({ min: 0, max: 10 }).map((value) => ({ kind: 'nps' as const, value })),
    historical: fc.constantFrom(false, false, false, true),
  },
  { requiredKeys: ['at', 'identity', 'channel', 'unhappy'] },
);

/** Distinct instants, so that order of time is what the test says. */
const histories = fc
  .uniqueArray(said, { minLength: 1, maxLength: 14, selector: (one) => one.at })
  .map((all) => all.map((one, index) => scoredFeedback({ ...one, id: `f${String(index)}` })));

function newWorld(): World {
  const owners = [
    {
      id: 'ana',
      email: 'ana@example.com',
      timeZone: 'UTC',
      languages: ['en'],
      teams: [],
      supervisor: 'lead',
    },
    { id: 'lead', email: 'lead@example.com', timeZone: 'UTC', languages: [], teams: [] },
  ];
  const world = new World({ owners, policy: DEFAULT_POLICY, nameId });
  for (const person of PEOPLE)
    world.importCustomer(
      { ...person, identities: [...person.identities] },
      new Date(START).toISOString(),
    );
  return world;
}

function take(world: World, scored: FeedbackScored, now: string): readonly Effect[] {
  const { customer } = world.meet(scored, now, scored.feedbackId);
  const decision = decide(world.contextOf(customer.id), scored, DEFAULT_POLICY, now);
  world.apply(decision);
  return decision.effects;
}

/** What must not depend on the order of arrival. */
function stateOf(world: World): unknown {
  return [...world.tasks.values()]
    .filter(isOpen)
    .map((task) => ({
      customerId: task.customerId,
      severity: task.severity,
      contacts: task.contacts,
      causes: [...task.causes].sort(),
      churn: task.churn,
      touches: task.touches,
      promises: task.promises.map(({ id, dueAt, status }) => ({ id, dueAt, status })),
    }))
    .sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
}

function settle(world: World): void {
  for (const id of [...world.customers.keys()])
    world.apply(afterImport(world.contextOf(id), DEFAULT_POLICY, END));
}

describe('decide, for any history', () => {
  it('gives the same decision for the same input', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) {
          const { customer } = world.meet(scored, scored.receivedAt, scored.feedbackId);
          const context = world.contextOf(customer.id);
          expect(decide(context, scored, DEFAULT_POLICY, END)).toEqual(
            decide(context, scored, DEFAULT_POLICY, END),
          );
          world.apply(decide(context, scored, DEFAULT_POLICY, END));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('changes nothing when any prefix is played twice', () => {
    fc.assert(
      fc.property(histories, fc.nat(14), (history, length) => {
        const world = newWorld();
        for (const scored of history) take(world, scored, END);
        const before = JSON.stringify([...world.tasks.values()]);
        const effects = history.slice(0, length).flatMap((scored) => take(world, scored, END));
        expect(effects).toEqual([]);
        expect(JSON.stringify([...world.tasks.values()])).toBe(before);
      }),
      { numRuns: 150 },
    );
  });

  it('ends in the same task state for any order of arrival', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat(1000)), (history, random) => {
        const [inOrder, shuffled] = [newWorld(), newWorld()];
        for (const scored of history) take(inOrder, scored, END);
        const order = history
          .map((scored) => ({ scored, key: Number(random.next().value) }))
          .sort((a, b) => a.key - b.key);
        for (const { scored } of order) take(shuffled, scored, END);
        settle(inOrder);
        settle(shuffled);
        expect(stateOf(shuffled)).toEqual(stateOf(inOrder));
      }),
      { numRuns: 400 },
    );
  });

  it('never lets the task severity fall within a cycle, and leaves no open task without an owner and a next clock', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        const worst = new Map<string, number>();
        for (const scored of history) {
          for (const effect of take(world, scored, END)) {
            if (effect.taskId === null || effect.taskSeverity === null) continue;
            const cycle = `${effect.taskId}:${String(world.tasks.get(effect.taskId)?.cycle)}`;
            const severity = SEVERITIES.indexOf(effect.taskSeverity);
            expect(severity).toBeGreaterThanOrEqual(worst.get(cycle) ?? 0);
            worst.set(cycle, severity);
          }
          for (const task of world.tasks.values()) expectHeld(task);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every open task held whatever people do between, and one a customer', () => {
    const actions = fc.constantFrom(
      'acknowledge',
      'promise',
      'deliver',
      'resolve',
      'reopen',
      'assign',
      'not-a-complaint',
    );
    fc.assert(
      fc.property(
        histories,
        fc.array(fc.tuple(actions, fc.nat(5)), { minLength: 14, maxLength: 14 }),
        (history, done) => {
          const world = newWorld();
          const ordered = [...history].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
          ordered.forEach((scored, index) => {
            take(world, scored, scored.receivedAt);
            const [type, which] = done[index] ?? ['acknowledge', 0];
            const task = [...world.tasks.values()][which];
            if (task !== undefined) act(world, task, type, scored.receivedAt);
            for (const held of world.tasks.values()) expectHeld(held);
            const open = [...world.tasks.values()]
              .filter(isOpen)
              .map((held) => world.survivor(held.customerId));
            expect(new Set(open).size).toBe(open.length);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('keeps one open task a customer', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) {
          take(world, scored, END);
          const open = [...world.tasks.values()]
            .filter(isOpen)
            .map((task) => world.survivor(task.customerId));
          expect(new Set(open).size).toBe(open.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('fires every rung once, in order, then the last one daily', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const world = newWorld();
        for (const scored of history) take(world, scored, scored.receivedAt);
        const fired = new Map<string, number>();
        for (let step = 0; step < 40; step += 1) {
          const clock = world.nextClock();
          if (clock === null) return;
          const task = world.tasks.get(clock.taskId);
          if (task === undefined) throw new Error('a clock without a task');
          const decision = fireClock(
            world.contextOf(task.customerId),
            clock,
            DEFAULT_POLICY,
            clock.dueAt,
          );
          for (const effect of decision.effects.filter((one) => one.type === 'task.escalated')) {
            const key = `${String(effect.taskId)}:${String(task.cycle)}`;
            expect(effect.rung).toBe((fired.get(key) ?? 0) + 1);
            fired.set(key, effect.rung ?? 0);
          }
          world.apply(decision);
          const again = fireClock(
            world.contextOf(task.customerId),
            clock,
            DEFAULT_POLICY,
            clock.dueAt,
          );
          expect(again.effects).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** A later say of one of the feedbacks: changed, taken back, or put right. */
const later = fc.record({
  which: fc.nat(13),
  unhappy: fc.boolean(),
  deleted: fc.constantFrom(false, false, true),
  causes: fc.subarray(['delay-waiting', 'billing-amount', 'usability'] as const, { maxLength: 2 }),
  churn: fc.constantFrom('none' as const, 'none' as const, 'stated' as const),
  action: fc.constantFrom(
    'none',
    'acknowledge',
    'deliver',
    'resolve',
    'reopen',
    'assign',
    'not-a-complaint',
    'clock',
    'mail',
  ),
  task: fc.nat(5),
});

describe('what is written down', () => {
  it('stays whole whatever is revised, taken back, done and fired between', () => {
    fc.assert(
      fc.property(histories, fc.array(later, { maxLength: 14 }), (history, changes) => {
        const world = newWorld();
        const ledger = new Map<string, number>();
        const steps = [...history].sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
        for (const scored of steps) decideWhole(world, ledger, scored, scored.receivedAt);
        let now = Date.parse('2026-07-01T00:00:00.000Z');
        changes.forEach(({ which, action, task, ...said }, index) => {
          now += 7 * 3_600_000;
          const at = new Date(now).toISOString();
          const first = steps[which % steps.length] as FeedbackScored;
          const again = scoredFeedback({
            id: first.sourceId,
            at: first.occurredAt,
            receivedAt: at,
            channel: first.channel,
            identity: first.customer.identities[0] as (typeof IDENTITIES)[number],
            revision: 1000 + index,
            ...said,
          });
          decideWhole(world, ledger, again, at);
          doBetween(world, ledger, action, task, at);
        });
        expectLedger(world, ledger);
      }),
      { numRuns: 300 },
    );
  });
});

function decideWhole(
  world: World,
  ledger: Map<string, number>,
  scored: FeedbackScored,
  now: string,
): void {
  const { customer } = world.meet(scored, now, scored.feedbackId);
  applyWhole(world, ledger, decide(world.contextOf(customer.id), scored, DEFAULT_POLICY, now));
}

function doBetween(
  world: World,
  ledger: Map<string, number>,
  action: string,
  which: number,
  now: string,
): void {
  const task = [...world.tasks.values()][which];
  if (action === 'mail') world.deliver(now);
  if (task === undefined || action === 'none' || action === 'mail') return;
  const context = world.contextOf(task.customerId);
  if (action === 'clock') {
    for (const clock of clocksOf(task, DEFAULT_POLICY).slice(0, 1))
      applyWhole(world, ledger, fireClock(context, clock, DEFAULT_POLICY, now));
    return;
  }
  const result = actOnTask(context, task.id, actionOf(action, now), DEFAULT_POLICY, now);
  if (result.ok) applyWhole(world, ledger, result.decision);
}

/** Applies a decision and checks what must hold of every one: versions rise, what went out stays, one open task a customer and a feedback. */
function applyWhole(world: World, ledger: Map<string, number>, decision: Decision): void {
  for (const task of decision.tasks)
    expect(task.version).toBeGreaterThan(world.tasks.get(task.id)?.version ?? 0);
  for (const delivery of decision.deliveries) {
    const stored = world.deliveries.get(delivery.id);
    if (stored === undefined) continue;
    expect(stored.state).toBe('queued');
    expect(delivery.version).toBeGreaterThan(stored.version);
  }
  for (const { feedbackId, cause, count } of decision.themeDeltas) {
    const key = `${feedbackId} ${cause ?? ''}`;
    ledger.set(key, (ledger.get(key) ?? 0) + count);
  }
  world.apply(decision);
  const open = [...world.tasks.values()].filter(isOpen);
  for (const task of world.tasks.values()) expectHeld(task);
  expect(new Set(open.map((task) => world.survivor(task.customerId))).size).toBe(open.length);
  const held = open.flatMap((task) => task.touches);
  expect(new Set(held).size).toBe(held.length);
}

/** Sums of what was counted and taken back are what stands now; every feedback ended somewhere that knows it. */
function expectLedger(world: World, ledger: ReadonlyMap<string, number>): void {
  const expected = new Map<string, number>();
  for (const { scored, decision } of world.touches()) {
    if (decision === null) throw new Error('a feedback without an outcome');
    if (decision.taskId !== null) {
      const task = world.tasks.get(decision.taskId);
      const known = [task?.touches ?? [], ...(task?.pastCycles ?? []).map((past) => past.touches)];
      expect(known.flat()).toContain(scored.feedbackId);
    }
    if (decision.outcome === 'ignored') continue;
    const causes =
      decision.themes.length === 0 && decision.causes.length === 0 ? [null] : decision.themes;
    for (const cause of causes) expected.set(`${scored.feedbackId} ${cause ?? ''}`, 1);
  }
  const counted = [...ledger].filter(([, count]) => count !== 0);
  expect(new Map(counted.sort())).toEqual(new Map([...expected].sort()));
}

function actionOf(type: string, now: string): TaskAction {
  const by = 'ana';
  const dueAt = new Date(Date.parse(now) + 3_600_000).toISOString();
  return {
    acknowledge: { type: 'acknowledge', by },
    promise: { type: 'promise', by, text: 'call back', dueAt },
    deliver: { type: 'deliver', by },
    resolve: { type: 'resolve', by, cause: 'other', actionType: 'apology' },
    reopen: { type: 'reopen', by, reason: 'not solved' },
    assign: { type: 'assign', by, owner: 'lead' },
    'not-a-complaint': { type: 'not-a-complaint', by },
  }[type] as TaskAction;
}

function act(world: World, task: Task, type: string, now: string): void {
  const action = actionOf(type, now);
  const result = actOnTask(world.contextOf(task.customerId), task.id, action, DEFAULT_POLICY, now);
  if (result.ok) world.apply(result.decision);
}

function expectHeld(task: Task): void {
  if (!isOpen(task)) {
    expect(clocksOf(task, DEFAULT_POLICY)).toEqual([]);
    return;
  }
  expect(task.owner).not.toBe('');
  expect(task.nextClockAt).not.toBeNull();
}
