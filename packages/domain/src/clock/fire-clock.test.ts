import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type OwnerRecord } from '@redress/contracts';
import { decide } from '../decide/decide.ts';
import { nameId, scoredFeedback, type Said } from '../fixtures/scored-feedback.ts';
import { World } from '../replay/world.ts';
import { fireClock } from './fire-clock.ts';

const AT = '2026-01-01T10:00:00.000Z';
const owner = (id: string, more: Partial<OwnerRecord> = {}): OwnerRecord => ({
  id,
  email: `${id}@example.com`,
  timeZone: 'UTC',
  languages: [],
  teams: [],
  ...more,
});
const policy = {
  ...DEFAULT_POLICY,
  fallbackOwner: 'boss',
  routes: [{ name: 'all', when: {}, assign: { owner: 'ana' } }],
};

function opened(said: Partial<Said> = {}) {
  const world = new World({
    owners: [owner('ana', { supervisor: 'lead' }), owner('lead'), owner('boss')],
    policy,
    nameId,
  });
  const scored = scoredFeedback({ id: 'a', at: AT, causes: ['usability'], ...said });
  const { customer } = world.meet(scored, AT, 'a');
  world.apply(decide(world.contextOf(customer.id), scored, policy, AT));
  return {
    world,
    fireNext() {
      const clock = world.nextClock();
      if (clock === null) throw new Error('no clock');
      const decision = fireClock(world.contextOf(customer.id), clock, policy, clock.dueAt);
      world.apply(decision);
      return { clock, decision };
    },
    context: () => world.contextOf(customer.id),
  };
}

describe('fireClock', () => {
  it('climbs the ladder: owner, supervisor, fallback, then the fallback again every day', () => {
    const task = opened();
    const heard = Array.from({ length: 5 }, () => {
      const { clock, decision } = task.fireNext();
      return [clock.dueAt, decision.deliveries[0]?.recipient];
    });
    expect(heard).toEqual([
      ['2026-01-02T10:00:00.000Z', 'ana'],
      ['2026-01-02T10:30:00.000Z', 'lead'],
      ['2026-01-02T14:00:00.000Z', 'boss'],
      ['2026-01-03T14:00:00.000Z', 'boss'],
      ['2026-01-04T14:00:00.000Z', 'boss'],
    ]);
  });

  it('does nothing for a clock that was set anew', () => {
    const task = opened();
    const { clock } = task.fireNext();
    expect(fireClock(task.context(), clock, policy, '2026-02-01T00:00:00.000Z').effects).toEqual(
      [],
    );
  });

  it('breaks a promise at its minute and tells the owner', () => {
    const task = opened({ promiseMinutes: 15 });
    const { decision } = task.fireNext();
    expect(decision.effects.map((effect) => effect.type)).toEqual([
      'alert.raised',
      'promise.broken',
      'delivery.queued',
    ]);
    expect(decision.effects[1]).toMatchObject({
      at: '2026-01-01T10:15:00.000Z',
      promise: { dueAt: '2026-01-01T10:15:00.000Z' },
    });
    expect(decision.deliveries[0]?.news.at(-1)).toMatchObject({ code: 'promise-broken' });
  });
});
