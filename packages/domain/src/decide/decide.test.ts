import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type CustomerRecord, type Policy } from '@redress/contracts';
import { actOnTask } from '../action/act-on-task.ts';
import type { TaskAction } from '../action/task-action.ts';
import type { Effect } from '../effect/effect.ts';
import { nameId, scoredFeedback, type Said } from '../fixtures/scored-feedback.ts';
import { World } from '../replay/world.ts';
import { isOpen, type Task } from '../task/task.ts';
import { decide } from './decide.ts';

const EMAIL = { type: 'email' as const, value: 'sami@example.com' };
const OTHER = { type: 'email' as const, value: 'layla@example.com' };

function story(options: { customers?: CustomerRecord[]; policy?: Policy } = {}) {
  const policy = options.policy ?? DEFAULT_POLICY;
  const owners = [
    { id: 'ana', email: 'ana@example.com', timeZone: 'UTC', languages: [], teams: [] },
    { id: 'lead', email: 'lead@example.com', timeZone: 'UTC', languages: [], teams: [] },
  ];
  const world = new World({ owners, policy, nameId });
  for (const record of options.customers ?? [])
    world.importCustomer(record, '2026-01-01T00:00:00.000Z');
  return {
    world,
    says(said: Said, now = said.receivedAt ?? said.at): readonly Effect[] {
      const scored = scoredFeedback(said);
      const { customer } = world.meet(scored, now, said.id);
      const decision = decide(world.contextOf(customer.id), scored, policy, now);
      world.apply(decision);
      return decision.effects;
    },
    acts(action: TaskAction, now: string): void {
      const task = this.task();
      const result = actOnTask(world.contextOf(task.customerId), task.id, action, policy, now);
      if (!result.ok) throw new Error(result.message);
      world.apply(result.decision);
    },
    task(): Task {
      const task = [...world.tasks.values()].at(-1);
      if (task === undefined) throw new Error('no task');
      return task;
    },
    open: () => [...world.tasks.values()].filter(isOpen),
  };
}

const types = (effects: readonly Effect[]): string[] => effects.map((effect) => effect.type);
const day = (n: number, time = '10:00'): string =>
  `2026-01-${String(n).padStart(2, '0')}T${time}:00.000Z`;

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

  it('tells an owner who gets a task back in a message of its own', () => {
    const s = story();
    s.says({ id: 'a', at: day(1) });
    const away = (id: string, absentUntil: string) => {
      const place = s.world.owners.findIndex((owner) => owner.id === id);
      s.world.owners[place] = { ...s.world.owners[place]!, absentUntil };
    };
    s.world.deliver(day(1, '10:01'));
    away('ana', day(2, '11:00'));
    s.says({ id: 'b', at: day(2), unhappy: false });
    s.world.deliver(day(2, '10:01'));
    away('lead', day(20));
    s.says({ id: 'c', at: day(3), unhappy: false });
    expect(s.task().owner).toBe('ana');
    const mails = [...s.world.deliveries.values()];
    expect(mails.map(({ recipient, state }) => [recipient, state])).toEqual([
      ['ana', 'sent'],
      ['lead', 'sent'],
      ['ana', 'queued'],
    ]);
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
  });

  it('says nothing of a complaint that comes again where one was only taken back', () => {
    const s = story();
    s.says({ id: 'mild', at: day(1), channel: 'social', causes: ['usability'] });
    s.says({
      id: 'bad',
      at: day(2),
      churn: 'stated',
      exposure: 'public',
      causes: ['staff-conduct'],
    });
    s.world.deliver(day(2, '11:00'));
    const before = s.task();
    const effects = s.says({ id: 'bad', at: day(2), revision: 30, deleted: true }, day(3));
    expect(s.task().severity).not.toBe(before.severity);
    expect(types(effects)).toEqual(['feedback.retracted', 'feedback.decided', 'task.updated']);
  });

  it('keeps the mail that waits where a part of what was said is taken back', () => {
    const s = story({
      policy: {
        ...DEFAULT_POLICY,
        settling: { ...DEFAULT_POLICY.settling, standard: 'PT10M' },
      },
    });
    s.says({ id: 'mild', at: day(1), channel: 'social', causes: ['usability'] });
    s.says({ id: 'bad', at: day(1, '10:01'), churn: 'stated', exposure: 'public' });
    s.says({ id: 'bad', at: day(1, '10:01'), revision: 1, deleted: true }, day(1, '10:03'));
    s.world.deliver(day(1, '10:20'));
    expect([...s.world.deliveries.values()].map(({ state }) => state)).toEqual(['sent']);
  });

  it('keeps the reasons that the severity was read from when a revision says less', () => {
    const s = story();
    s.says({
      id: 'a',
      at: day(1),
      churn: 'stated',
      exposure: 'public',
      score: { kind: 'nps', value: 0 },
    });
    const { severity, reasons } = s.task();
    s.says(
      { id: 'a', at: day(1), revision: 1, causes: [], score: { kind: 'nps', value: 6 } },
      day(1, '10:01'),
    );
    expect(s.task()).toMatchObject({ severity, reasons });
  });

  it('leaves a sample with whoever took it in hand', () => {
    const s = story();
    s.world.owners.push({
      id: 'player',
      email: 'player@example.com',
      timeZone: 'UTC',
      languages: [],
      teams: [],
      sample: true,
    });
    s.says({ id: 'a', at: day(1), sample: true });
    expect(s.task().owner).toBe('player');
    s.acts({ type: 'claim', by: 'ana' }, day(1, '10:01'));
    expect(s.task().owner).toBe('ana');
    s.says({ id: 'b', at: day(2), sample: true });
    expect(s.task().owner).toBe('ana');
  });

  it('takes back the news of a score that is corrected in time', () => {
    const s = story();
    s.says({ id: 'a', at: day(1) });
    s.world.deliver(day(1, '10:01'));
    s.says({ id: 'b', at: day(2), channel: 'survey', score: { kind: 'nps', value: 2 } });
    s.says(
      {
        id: 'b',
        at: day(2),
        revision: 1,
        channel: 'survey',
        unhappy: false,
        score: { kind: 'nps', value: 9 },
      },
      day(2, '10:02'),
    );
    s.world.deliver(day(2, '10:10'));
    expect([...s.world.deliveries.values()].map(({ state }) => state)).toEqual([
      'sent',
      'cancelled',
    ]);
  });

  it('opens no second task for what was said before a resolved one and heard of after it', () => {
    const s = story();
    s.says({ id: 'first', at: day(1) });
    s.says({ id: 'thanks', at: day(5), unhappy: false });
    s.says({ id: 'more', at: day(9), unhappy: false });
    s.acts({ type: 'resolve', by: 'ana', cause: 'other', actionType: 'none' }, day(10));
    const late = { causes: ['staff-conduct' as const] };
    s.says({ id: 'late', at: day(7), receivedAt: day(11), ...late });
    s.says({ id: 'later', at: day(3), receivedAt: day(12), ...late });
    expect(s.open()).toMatchObject([
      { touches: [nameId('feedback:later'), nameId('feedback:late')] },
    ]);
  });

  it('gives a complaint its own task again when what it was merged into lets it go', () => {
    const firm = (value: string) => ({
      identities: [{ type: 'email' as const, value }],
      account: 'firm',
    });
    const s = story({ customers: [firm(EMAIL.value), firm(OTHER.value)] });
    const other = { id: 'b', at: day(3), identity: OTHER, causes: ['delay-waiting' as const] };
    s.says({ id: 'a', at: day(2), causes: ['staff-conduct'] });
    s.says(other);
    s.says({ ...other, revision: 1, unhappy: false, causes: [] });
    s.says({ ...other, revision: 2 });
    s.says({ id: 'first', at: day(1), receivedAt: day(4), causes: ['delay-waiting'] });
    expect(s.open()).toHaveLength(1);
    s.says({ id: 'first', at: day(1), revision: 1, unhappy: false, causes: [] }, day(5));
    expect(s.open().map(({ touches }) => touches)).toContainEqual([nameId('feedback:b')]);
  });

  it('does not take an open complaint of a colleague into one that ended', () => {
    const firm = (value: string) => ({
      identities: [{ type: 'email' as const, value }],
      account: 'firm',
    });
    const s = story({ customers: [firm(EMAIL.value), firm(OTHER.value)] });
    s.says({ id: 'b', at: day(3), identity: OTHER, causes: ['delay-waiting'] });
    const before = s.task();
    s.says({ id: 'a', at: day(2), receivedAt: day(4), causes: ['staff-conduct'] });
    s.acts({ type: 'not-a-complaint', by: 'ana' }, day(5));
    s.says({ id: 'a', at: day(2), revision: 1, causes: ['delay-waiting'] }, day(6));
    expect(s.open()).toMatchObject([{ id: before.id, customerId: before.customerId }]);
  });
});
