import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { decide } from '../decide/decide.ts';
import { nameId, scoredFeedback } from '../fixtures/scored-feedback.ts';
import { World } from '../replay/world.ts';
import { actOnTask } from './act-on-task.ts';
import type { TaskAction } from './task-action.ts';

const AT = '2026-01-01T10:00:00.000Z';
const LATER = '2026-01-01T11:00:00.000Z';

function task() {
  const owners = ['ana', 'ben'].map((id) => ({
    id,
    email: `${id}@example.com`,
    timeZone: 'UTC',
    languages: [],
    teams: [],
  }));
  const world = new World({ owners, policy: DEFAULT_POLICY, nameId });
  const scored = scoredFeedback({ id: 'a', at: AT });
  const { customer } = world.meet(scored, AT, 'a');
  world.apply(decide(world.contextOf(customer.id), scored, DEFAULT_POLICY, AT));
  const id = nameId(`task:${scored.feedbackId}`);
  return {
    act(action: TaskAction, now = LATER) {
      const result = actOnTask(world.contextOf(customer.id), id, action, DEFAULT_POLICY, now);
      if (result.ok) world.apply(result.decision);
      return result;
    },
    now: () => world.tasks.get(id),
  };
}

describe('actOnTask', () => {
  it('goes through acknowledge, promise, deliver and resolve, each stopping its clock', () => {
    const s = task();
    s.act({ type: 'acknowledge', by: 'ana' });
    expect(s.now()).toMatchObject({ state: 'acknowledged', clocks: { acknowledgeDueAt: null } });
    s.act({ type: 'promise', by: 'ana', text: 'call back', dueAt: '2026-01-01T15:00:00.000Z' });
    expect(s.now()).toMatchObject({
      state: 'promised',
      clocks: { promiseDueAt: null },
      promises: [{ by: 'owner', status: 'pending' }],
    });
    s.act({ type: 'deliver', by: 'ana' }, '2026-01-01T14:00:00.000Z');
    expect(s.now()).toMatchObject({
      state: 'delivered',
      clocks: { deliverDueAt: null },
      promises: [{ status: 'kept' }],
    });
    s.act({ type: 'resolve', by: 'ana', cause: 'delay-waiting', actionType: 'apology' });
    expect(s.now()).toMatchObject({
      state: 'resolved',
      nextClockAt: null,
      resolution: { by: 'ana' },
    });
  });

  it('refuses a promise in the past, an unknown owner and actions on what is resolved, and says what to do', () => {
    const s = task();
    expect(s.act({ type: 'promise', by: 'ana', text: 'soon', dueAt: AT })).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(s.act({ type: 'assign', by: 'ana', owner: 'nobody' })).toMatchObject({
      ok: false,
      code: 'unknown-owner',
    });
    expect(s.act({ type: 'reopen', by: 'ana', reason: 'x' })).toMatchObject({
      ok: false,
      code: 'not-ended',
    });
    s.act({ type: 'resolve', by: 'ana', cause: 'other', actionType: 'none' });
    expect(s.act({ type: 'acknowledge', by: 'ana' })).toMatchObject({
      ok: false,
      code: 'not-open',
    });
  });

  it('tells the new owner of a hand-over, and nobody who claims it', () => {
    const s = task();
    const handed = s.act({ type: 'assign', by: 'ana', owner: 'ben' });
    expect(
      handed.ok && handed.decision.deliveries.filter((delivery) => delivery.state === 'queued'),
    ).toMatchObject([{ recipient: 'ben', kind: 'opened' }]);
    const claimed = s.act({ type: 'claim', by: 'ana' });
    expect(
      claimed.ok && claimed.decision.deliveries.filter((delivery) => delivery.state === 'queued'),
    ).toEqual([]);
    expect(s.now()?.owner).toBe('ana');
  });

  it('begins a new cycle when it is reopened, and keeps the old one', () => {
    const s = task();
    s.act({ type: 'acknowledge', by: 'ana' });
    s.act({ type: 'resolve', by: 'ana', cause: 'other', actionType: 'none' });
    s.act({ type: 'reopen', by: 'ben', reason: 'not solved' });
    expect(s.now()).toMatchObject({
      state: 'open',
      cycle: 2,
      acknowledgedAt: null,
      pastCycles: [{ cycle: 1, acknowledgedAt: LATER }],
    });
    expect(s.now()?.clocks.acknowledgeDueAt).not.toBeNull();
  });

  it('closes what is no complaint', () => {
    const s = task();
    s.act({ type: 'not-a-complaint', by: 'ana' });
    expect(s.now()).toMatchObject({
      state: 'closed',
      closedReason: 'not a complaint',
      nextClockAt: null,
    });
  });

  it('starts new clocks for what is opened again by hand', () => {
    const s = task();
    const muchLater = '2026-03-01T10:00:00.000Z';
    s.act({ type: 'resolve', by: 'ana', cause: 'other', actionType: 'none' });
    s.act({ type: 'reopen', by: 'ben', reason: 'not solved' }, muchLater);
    const { acknowledgeDueAt, customer } = s.now()!.clocks;
    expect(acknowledgeDueAt! > muchLater).toBe(true);
    expect(customer.acknowledgeDueAt! > muchLater).toBe(true);
    expect(s.now()!.nextClockAt).toBe(acknowledgeDueAt);
  });
});
