import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { nameId } from '../fixtures/scored-feedback.ts';
import { EMAIL, OTHER, day, story, types } from '../fixtures/story.ts';

describe('decide', () => {
  it('opens a task with an owner and three clocks on both sides for a complaint without a score', () => {
    const s = story();
    const effects = s.says({ id: 'a', at: day(1), causes: ['billing-amount'] });
    expect(types(effects)).toEqual(['feedback.decided', 'task.opened', 'delivery.queued']);
    expect(s.task()).toMatchObject({
      state: 'open',
      owner: 'ana',
      causes: ['billing-amount'],
      contacts: 1,
    });
    expect(s.task().clocks.acknowledgeDueAt).not.toBeNull();
    expect(s.task().clocks.customer.deliverDueAt).not.toBeNull();
  });

  it('counts a question, thanks and praise without opening anything', () => {
    const s = story();
    for (const form of ['question', 'thanks', 'remark'] as const) {
      const effects = s.says({ id: form, at: day(1), form, unhappy: false });
      expect(effects).toMatchObject([{ type: 'feedback.decided', outcome: 'outer loop only' }]);
    }
    expect(s.open()).toEqual([]);
  });

  it('ignores what says nothing, and says why', () => {
    const effects = story().says({ id: 'a', at: day(1), text: '  ', unhappy: false });
    expect(effects).toMatchObject([{ outcome: 'ignored', reason: 'nothing said' }]);
  });

  it('joins a neutral touch silently, and tells of a further complaining call', () => {
    const s = story();
    s.says({ id: 'a', at: day(1), channel: 'call' });
    expect(
      types(s.says({ id: 'b', at: day(2), channel: 'call', unhappy: false, form: 'remark' })),
    ).toEqual(['feedback.decided', 'task.updated']);
    expect(types(s.says({ id: 'c', at: day(3), channel: 'call' }))).toContain('alert.raised');
    expect(s.open()).toHaveLength(1);
    expect(s.task().contacts).toBe(2);
  });

  it('merges news into the mail that has not started yet: score first, comment later, one mail', () => {
    const s = story();
    s.says({
      id: 'a',
      at: day(1),
      channel: 'survey',
      score: { kind: 'nps', value: 2 },
      causes: [],
      text: '',
    });
    s.says({
      id: 'a',
      at: day(1),
      receivedAt: day(1, '10:02'),
      revision: 1,
      channel: 'survey',
      score: { kind: 'nps', value: 2 },
      causes: ['staff-conduct'],
    });
    expect([...s.world.deliveries.values()]).toHaveLength(1);
    expect(s.task().causes).toEqual(['staff-conduct']);
    expect(s.task().contacts).toBe(0);
  });

  it('retracts when the score is corrected in time: no mail, the retraction recorded', () => {
    const s = story();
    s.says({ id: 'a', at: day(1), channel: 'survey', score: { kind: 'nps', value: 2 }, text: '' });
    const effects = s.says({
      id: 'a',
      at: day(1),
      receivedAt: day(1, '10:01'),
      revision: 1,
      channel: 'survey',
      unhappy: false,
      score: { kind: 'nps', value: 9 },
    });
    expect(types(effects)).toEqual(['feedback.retracted', 'feedback.decided', 'task.closed']);
    expect([...s.world.deliveries.values()]).toMatchObject([
      { state: 'cancelled', reason: 'retracted' },
    ]);
    expect(s.open()).toEqual([]);
  });

  it('ignores a revision older than the one it knows', () => {
    const s = story();
    s.says({ id: 'a', at: day(1), revision: 5 });
    expect(s.says({ id: 'a', at: day(1), revision: 2, unhappy: false })).toEqual([]);
  });

  it('lets the same cause count once in the outer loop', () => {
    const s = story();
    const outer = [1, 2, 3]
      .flatMap((n) => s.says({ id: String(n), at: day(n), causes: ['billing-amount'] }))
      .map((effect) => effect.outer);
    expect(outer.filter((cause) => cause !== null)).toEqual(['billing-amount']);
  });

  it('makes two people of one firm with one cause one grievance, and another cause another', () => {
    const firm = {
      customers: [
        { identities: [EMAIL], account: 'firm' },
        { identities: [OTHER], account: 'firm' },
      ],
    };
    const same = story(firm);
    same.says({ id: 'a', at: day(1), identity: EMAIL, causes: ['outage-access'] });
    same.says({ id: 'b', at: day(2), identity: OTHER, causes: ['outage-access'] });
    expect(same.open()).toHaveLength(1);
    const different = story(firm);
    different.says({ id: 'a', at: day(1), identity: EMAIL, causes: ['outage-access'] });
    different.says({ id: 'b', at: day(2), identity: OTHER, causes: ['staff-conduct'] });
    expect(different.open()).toHaveLength(2);
  });

  it('comes back to a resolved task for the same cause, and opens another for a new one', () => {
    const s = story();
    s.says({ id: 'a', at: day(1), causes: ['billing-amount'] });
    s.acts({ type: 'resolve', by: 'ana', cause: 'billing-amount', actionType: 'refund' }, day(2));
    expect(types(s.says({ id: 'b', at: day(3), causes: ['billing-amount'] }))).toContain(
      'task.reopened',
    );
    expect(s.task()).toMatchObject({ cycle: 2, state: 'open', touches: [nameId('feedback:b')] });
    expect(s.task().pastCycles).toMatchObject([
      { cycle: 1, touches: [nameId('feedback:a')], resolution: { by: 'ana' } },
    ]);
    s.acts({ type: 'resolve', by: 'ana', cause: 'billing-amount', actionType: 'refund' }, day(4));
    expect(types(s.says({ id: 'c', at: day(5), causes: ['staff-conduct'] }))).toContain(
      'task.opened',
    );
    expect(s.open()).toHaveLength(1);
  });

  it('keeps a promise that the customer confirms, and breaks one that nobody does', () => {
    const s = story();
    s.says({ id: 'a', at: day(1), promiseMinutes: 60 });
    s.says({
      id: 'b',
      at: day(1, '10:30'),
      unhappy: false,
      form: 'thanks',
      promiseOutcome: 'kept',
    });
    expect(s.task().promises).toMatchObject([{ status: 'kept' }]);
    s.says({ id: 'c', at: day(2), promiseMinutes: 60 });
    s.says({ id: 'd', at: day(3), unhappy: false });
    expect(s.task().promises).toMatchObject([{ status: 'kept' }, { status: 'broken' }]);
    expect(s.task().causes).toContain('broken-promise');
  });

  it('cancels what waits when the owner acknowledges', () => {
    const s = story({
      policy: { ...DEFAULT_POLICY, settling: { standard: 'PT5M', channels: {}, sources: {} } },
    });
    s.says({ id: 'a', at: day(1) });
    s.acts({ type: 'acknowledge', by: 'ana' }, day(1, '10:01'));
    expect([...s.world.deliveries.values()]).toMatchObject([
      { state: 'cancelled', reason: 'acknowledged by ana' },
    ]);
    expect(s.task().clocks.acknowledgeDueAt).toBeNull();
  });

  it('keeps historical feedback for figures alone', () => {
    const s = story();
    expect(s.says({ id: 'a', at: day(1), historical: true })).toMatchObject([
      { outcome: 'outer loop only', reason: 'historical import' },
    ]);
  });

  it('adds reasons up to the points the severity was read from', () => {
    const s = story({
      customers: [
        {
          identities: [EMAIL],
          valuePerMonth: 300,
          currency: 'USD',
          since: '2010-01-01',
          renewalOn: '2026-01-05',
        },
      ],
    });
    const opened = s
      .says({ id: 'a', at: day(1), causes: ['outage-access'], churn: 'stated' })
      .find((effect) => effect.type === 'task.opened');
    const total = opened?.reasons.reduce((sum, reason) => sum + reason.points, 0) ?? 0;
    expect(opened?.severity).toBe(
      total >= 70 ? 'critical' : total >= 45 ? 'high' : total >= 25 ? 'medium' : 'low',
    );
    expect(opened?.reasons.map((reason) => reason.code)).toEqual(
      expect.arrayContaining(['cause', 'churn-stated', 'value', 'renewal']),
    );
  });

  it('hands the tasks of an absent owner to the stand-in', () => {
    const s = story();
    s.says({ id: 'a', at: day(1) });
    s.world.owners[0] = {
      id: 'ana',
      email: 'ana@example.com',
      timeZone: 'UTC',
      languages: [],
      teams: [],
      absentUntil: day(20),
      standIn: 'lead',
    };
    s.says({ id: 'b', at: day(2), unhappy: false });
    expect(s.task()).toMatchObject({ owner: 'lead', ownerReason: 'stands in for ana' });
  });
});
