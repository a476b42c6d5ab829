import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type OwnerRecord, type Policy } from '@redress/contracts';
import fc from 'fast-check';
import { actOnTask } from '../action/act-on-task.ts';
import { decide } from '../decide/decide.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { nameId, scoredFeedback, type Said } from '../fixtures/scored-feedback.ts';
import { addMilliseconds } from '../instant/add-duration.ts';
import { World } from '../replay/world.ts';
import { escalateUndeliverable } from './escalate-undeliverable.ts';
import { fireClock } from './fire-clock.ts';

const AT = '2026-01-01T10:00:00.000Z';
const SOON = '2026-01-01T10:00:05.000Z';
const owner = (id: string, more: Partial<OwnerRecord> = {}): OwnerRecord => ({
  id,
  email: `${id}@example.com`,
  timeZone: 'UTC',
  languages: [],
  teams: [],
  ...more,
});
const OWNERS = [owner('ana', { supervisor: 'lead' }), owner('lead'), owner('boss')];
const POLICY: Policy = {
  ...DEFAULT_POLICY,
  fallbackOwner: 'boss',
  routes: [{ name: 'all', when: {}, assign: { owner: 'ana' } }],
};

function opened(options: { policy?: Policy; owners?: readonly OwnerRecord[] } = {}) {
  const { policy = POLICY, owners = OWNERS } = options;
  const world = new World({ owners, policy, nameId });
  let customerId = '';
  const hear = (said: Partial<Said> & Pick<Said, 'id' | 'at'>): Delivery => {
    const scored = scoredFeedback({ causes: ['usability'], ...said });
    customerId = world.meet(scored, said.at, said.id).customer.id;
    const decision = decide(world.contextOf(customerId), scored, policy, said.at);
    world.apply(decision);
    return decision.deliveries[0]!;
  };
  const first = hear({ id: 'a', at: AT });
  return {
    world,
    first,
    hear,
    context: () => world.contextOf(customerId),
    task: () => world.tasks.get(first.taskId!)!,
    refuse(delivery: Delivery, now: string) {
      world.deliveries.set(delivery.id, { ...delivery, state: 'failed' });
      const result = escalateUndeliverable(world.contextOf(customerId), delivery, policy, now);
      if (result.kind === 'escalated') world.apply(result.decision);
      return result;
    },
  };
}

function told(result: ReturnType<typeof escalateUndeliverable>): Delivery {
  if (result.kind !== 'escalated') throw new Error(`it is ${result.kind}`);
  return result.decision.deliveries[0]!;
}

describe('escalateUndeliverable', () => {
  it('tells the supervisor at once what the owner cannot be told, and says why', () => {
    const run = opened();
    const result = run.refuse(run.first, SOON);
    expect(told(result)).toMatchObject({ recipient: 'lead', kind: 'escalation', notBefore: SOON });
    expect(result).toMatchObject({
      decision: {
        effects: [
          { type: 'task.escalated', rung: 2, reason: expect.stringMatching(/^undeliverable: /) },
          { type: 'delivery.queued' },
        ],
      },
    });
    expect(run.task().ladder).toEqual({ fired: 2, lastAt: SOON });
    // The rung that would tell the refused owner is passed over, and the ladder goes on after it.
    expect(run.world.nextClock()).toMatchObject({ key: '1.3', dueAt: '2026-01-02T14:00:00.000Z' });
  });

  it('goes on to the fallback where the supervisor is refused too, and ends there', () => {
    const run = opened();
    const toLead = told(run.refuse(run.first, SOON));
    const later = addMilliseconds(SOON, 1000);
    const toBoss = told(run.refuse(toLead, later));
    expect(toBoss.recipient).toBe('boss');
    expect(run.refuse(toBoss, addMilliseconds(later, 1000))).toEqual({ kind: 'nobody' });
    expect(run.world.nextClock()).not.toBeNull();
  });

  it('tells the last rung what comes later and the owner cannot be told either', () => {
    const run = opened();
    const toBoss = told(run.refuse(told(run.refuse(run.first, SOON)), addMilliseconds(SOON, 1)));
    expect(toBoss.recipient).toBe('boss');
    const at = '2026-01-01T12:00:00.000Z';
    const alert = run.hear({ id: 'b', at, causes: ['billing-amount'], churn: 'stated' });
    expect(alert.recipient).toBe('ana');
    const again = told(run.refuse(alert, addMilliseconds(at, 1)));
    expect(again).toMatchObject({ recipient: 'boss' });
    expect(again.id).not.toBe(toBoss.id);
  });

  it('leaves two messages that are refused together with one escalation', () => {
    const run = opened();
    const second: Delivery = { ...run.first, id: 'second', kind: 'alert' };
    expect(run.refuse(run.first, SOON).kind).toBe('escalated');
    expect(run.refuse(second, addMilliseconds(SOON, 1)).kind).toBe('settled');
  });

  it('does nothing once the task is acknowledged, resolved or handed over', () => {
    const by = 'lead';
    for (const action of [
      { type: 'acknowledge', by },
      { type: 'resolve', by, cause: 'other', actionType: 'none' },
      { type: 'assign', by, owner: 'boss' },
    ] as const) {
      const run = opened();
      const acted = actOnTask(run.context(), run.task().id, action, POLICY, SOON);
      if (acted.ok) run.world.apply(acted.decision);
      expect(run.refuse(run.first, addMilliseconds(SOON, 1)).kind).toBe('settled');
    }
  });

  it('never goes in circles, whichever addresses are refused and whatever the ladder', () => {
    const rung = fc.constantFrom('owner', 'supervisor', 'fallback', 'owner:boss', 'team:x');
    fc.assert(
      fc.property(
        fc.array(rung, { minLength: 1, maxLength: 5 }),
        fc.subarray(['ana', 'lead', 'boss']),
        fc.boolean(),
        (ladder, refused, named) => {
          const policy: Policy = {
            ...POLICY,
            ladder: ladder.map((to, index) => ({ after: `PT${index}H`, to })),
            ...(named ? {} : { fallbackOwner: undefined }),
          };
          const run = opened({ policy });
          let delivery = run.first;
          let now = AT;
          for (let climbs = 1; refused.includes(delivery.recipient); climbs += 1) {
            now = addMilliseconds(now, 1000);
            const before = run.task().ladder.fired;
            const result = run.refuse(delivery, now);
            if (result.kind !== 'escalated') break;
            delivery = told(result);
            expect(run.task().ladder.fired).toBeGreaterThan(before);
            expect(climbs).toBeLessThanOrEqual(ladder.length);
          }
          // The clocks go on by themselves, whatever was refused.
          const clock = run.world.nextClock()!;
          const fired = fireClock(run.context(), clock, policy, clock.dueAt);
          expect(fired.deliveries).toHaveLength(1);
        },
      ),
      { numRuns: 200 },
    );
  });
});
