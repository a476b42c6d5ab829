import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, uuidV5 } from '@redress/contracts';
import type { OwnerRecord } from '@redress/contracts';
import type { CustomerJoin } from '@redress/domain';
import { decideBatch } from './decide-batch.ts';
import type { StoredContext } from '@redress/store';
import { NOW, aScored, eventOf } from './fixtures/a-scored.ts';
import { mergeDecisions } from './merge-decisions.ts';

const owner = (id: string): OwnerRecord => ({
  id,
  email: `${id}@example.org`,
  timeZone: 'UTC',
  languages: [],
  teams: [],
});
const settings = {
  policy: DEFAULT_POLICY,
  now: NOW,
  nameId: (name: string) => uuidV5(name),
  isLive: () => true,
  looking: () => undefined,
};

function contextOf(id: string): StoredContext {
  const customer = { id, accountId: null, name: 'Ann', record: null, sample: false, version: 1 };
  return {
    customer,
    members: [customer],
    touches: [],
    tasks: [],
    pending: [],
    owners: [owner('kim'), owner('lee')],
    loads: {},
  };
}

const ann = uuidV5('ann');
const bob = uuidV5('bob');

describe('deciding about a batch', () => {
  it('lets the second feedback of a customer join the task that the first opened', () => {
    const events = [eventOf(aScored('1')), eventOf(aScored('2'), 1)];
    const customerOf = new Map(events.map(({ eventId }) => [eventId, ann]));
    const decisions = decideBatch(
      events,
      customerOf,
      [],
      new Map([[ann, contextOf(ann)]]),
      settings,
    );
    const { tasks, effects } = mergeDecisions(decisions);
    expect(tasks).toHaveLength(1);
    expect(tasks[0]!.touches).toHaveLength(2);
    expect(effects.flatMap(({ outcome }) => outcome ?? [])).toEqual(['task', 'joined']);
  });

  it('counts a task given out earlier in the batch in the load of its owner', () => {
    const events = [eventOf(aScored('1')), eventOf(aScored('2'), 1)];
    const customerOf = new Map([
      [events[0]!.eventId, ann],
      [events[1]!.eventId, bob],
    ]);
    const contexts = new Map([ann, bob].map((id) => [id, contextOf(id)]));
    const { tasks } = mergeDecisions(decideBatch(events, customerOf, [], contexts, settings));
    expect(tasks.map((task) => task.owner).sort()).toEqual(['kim', 'lee']);
  });

  it('joins two of one account who complain of the same in one batch', () => {
    const events = [eventOf(aScored('1')), eventOf(aScored('2'), 1)];
    const customerOf = new Map([
      [events[0]!.eventId, ann],
      [events[1]!.eventId, bob],
    ]);
    const ofFirm = (id: string): StoredContext => {
      const customer = { ...contextOf(id).customer, accountId: 'firm' };
      return { ...contextOf(id), customer, members: [customer] };
    };
    const contexts = new Map([ann, bob].map((id) => [id, ofFirm(id)]));
    const { tasks } = mergeDecisions(decideBatch(events, customerOf, [], contexts, settings));
    expect(tasks).toHaveLength(1);
    expect(tasks[0]!.touches).toHaveLength(2);
  });

  it('keeps mails of a source that is not live in shadow', () => {
    const event = eventOf(aScored('1'));
    const shadow = { ...settings, isLive: () => false };
    const { deliveries } = mergeDecisions(
      decideBatch(
        [event],
        new Map([[event.eventId, ann]]),
        [],
        new Map([[ann, contextOf(ann)]]),
        shadow,
      ),
    );
    expect(deliveries.map(({ state }) => state)).toEqual(['shadow']);
  });

  it('tells a join together with the feedback that showed it', () => {
    const event = eventOf(aScored('1'));
    const join: CustomerJoin = {
      from: bob,
      into: ann,
      at: NOW,
      because: { eventId: event.eventId, identityTypes: ['email'] },
    };
    const { effects } = mergeDecisions(
      decideBatch(
        [event],
        new Map([[event.eventId, ann]]),
        [join],
        new Map([[ann, contextOf(ann)]]),
        settings,
      ),
    );
    expect(effects[0]).toMatchObject({
      type: 'customer.joined',
      customerId: ann,
      feedbackId: event.scored.feedbackId,
      join: { from: bob, into: ann },
    });
    expect(effects[1]).toMatchObject({ type: 'feedback.decided' });
  });
});
