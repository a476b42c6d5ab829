import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY } from '@redress/contracts';
import { nameId } from '../fixtures/scored-feedback.ts';
import { EMAIL, OTHER, day, story, types } from '../fixtures/story.ts';

describe('decide, after something changed', () => {
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
