import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { scoredFeedback, nameId } from '../fixtures/scored-feedback.ts';
import { decide } from '../decide/decide.ts';
import { World } from '../replay/world.ts';
import { courierVerdict } from './courier-verdict.ts';
import type { Delivery } from './delivery.ts';
import type { Task } from '../task/task.ts';

const NOW = '2026-01-01T10:00:00.000Z';

function queued(): { task: Task; delivery: Delivery } {
  const world = new World({ owners: [], policy: DEFAULT_POLICY, nameId });
  const scored = scoredFeedback({ id: 'a', at: NOW });
  const { customer } = world.meet(scored, NOW, 'a');
  world.apply(decide(world.contextOf(customer.id), scored, DEFAULT_POLICY, NOW));
  const [task] = world.tasks.values();
  const [delivery] = world.deliveries.values();
  if (task === undefined || delivery === undefined) throw new Error('nothing was queued');
  return { task, delivery };
}

describe('courierVerdict', () => {
  const { task, delivery } = queued();
  const verdict = (changed: {
    task?: Partial<Task>;
    delivery?: Partial<Delivery>;
    sent?: number;
    now?: string;
  }) =>
    courierVerdict(
      { ...delivery, ...changed.delivery },
      { ...task, ...changed.task },
      changed.sent ?? 0,
      DEFAULT_POLICY,
      changed.now ?? NOW,
    );

  it('starts what is due', () => {
    expect(verdict({})).toEqual({ kind: 'start' });
  });

  it('waits for the settling time', () => {
    expect(verdict({ delivery: { notBefore: '2026-01-01T10:03:00.000Z' } })).toEqual({
      kind: 'wait',
      until: '2026-01-01T10:03:00.000Z',
    });
  });

  it.each([
    ['acknowledged', { acknowledgedAt: NOW, state: 'acknowledged' as const }],
    ['the task is resolved', { state: 'resolved' as const }],
    ['handed over', { owner: 'ben' }],
    ['of an earlier cycle', { cycle: 2 }],
  ])('cancels: %s', (reason, changed) => {
    expect(verdict({ task: changed })).toEqual({ kind: 'cancel', reason });
  });

  it('starts news that came after the acknowledgement', () => {
    expect(
      verdict({ task: { acknowledgedAt: '2026-01-01T09:00:00.000Z', state: 'acknowledged' } }),
    ).toEqual({ kind: 'start' });
  });

  it('gathers what is over the cap of an hour into a digest, but never a critical task', () => {
    expect(verdict({ sent: DEFAULT_POLICY.mailsPerOwnerAndHour })).toEqual({ kind: 'digest' });
    expect(verdict({ sent: 99, task: { severity: 'critical' } })).toEqual({ kind: 'start' });
  });

  it('tries again what had started and is not known to have ended', () => {
    expect(verdict({ delivery: { state: 'sending' }, task: { acknowledgedAt: NOW } })).toEqual({
      kind: 'start',
    });
    expect(verdict({ delivery: { state: 'sent' } })).toMatchObject({ kind: 'cancel' });
  });
});
