import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type FeedbackScored } from '@redress/contracts';
import fc from 'fast-check';
import { actOnTask } from '../action/act-on-task.ts';
import { clocksOf } from '../clock/clocks-of.ts';
import { fireClock } from '../clock/fire-clock.ts';
import type { IDENTITIES } from '../fixtures/any-history.ts';
import { actionOf, histories, newWorld } from '../fixtures/any-history.ts';
import { expectHeld } from '../fixtures/expect-held.ts';
import { scoredFeedback } from '../fixtures/scored-feedback.ts';
import type { World } from '../replay/world.ts';
import { isOpen } from '../task/task.ts';
import { decide } from './decide.ts';
import type { Decision } from './decision.ts';

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
