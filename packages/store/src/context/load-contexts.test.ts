import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Identity } from '@redress/contracts';
import type { KnownIdentity } from '@redress/domain';
import { findCustomers } from '../customer/find-customers.ts';
import { lockCustomers } from '../customer/lock-customers.ts';
import { saveCustomers } from '../customer/save-customers.ts';
import { saveJoins } from '../customer/save-joins.ts';
import { applyDecisions } from '../decision/apply-decisions.ts';
import { aCustomer, aStamp, aTask, aTouch, anOpening, at, idOf, NOW } from '../fixtures/a-world.ts';
import { findIdentities } from '../identity/find-identities.ts';
import { saveIdentities } from '../identity/save-identities.ts';
import { readOutbox } from '../outbox/read-outbox.ts';
import { saveOwner } from '../owner/save-owner.ts';
import type { Database } from '../queryable.ts';
import { findStory } from '../story/find-story.ts';
import { openTestDatabase } from '../testing.ts';
import { loadContexts } from './load-contexts.ts';

const nothing = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
const DAY = 24 * 60;
const known = (customer: string, identity: Identity): KnownIdentity => ({
  identity,
  customerId: idOf(customer),
  survivingId: idOf(customer),
  survivingCrm: null,
  verified: true,
  names: ['sami'],
});

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
}, 60_000);
afterAll(() => database.close());

describe('customers', () => {
  it('are locked with their accounts, those that are missing made as ids only', async () => {
    const ids = [idOf('zoe'), idOf('new'), idOf('amal')];
    await saveCustomers(database, [aCustomer('amal', { accountId: 'acme' })], aStamp());
    await database.transaction(async (tx) => {
      const survivors = await lockCustomers(tx, [...ids, idOf('zoe')], { accounts: ['other'] });
      expect(survivors).toEqual(new Map(ids.sort().map((id) => [id, id])));
    });
    expect((await findCustomers(database, ids)).map(({ name }) => name)).toEqual(['amal']);
    expect((await database.query('SELECT id FROM accounts ORDER BY id')).rows).toEqual([
      { id: 'acme' },
      { id: 'other' },
    ]);
  });

  it('that were joined are found as the one who survives, along a chain and whatever came first', async () => {
    const join = (from: string, into: string) => ({
      from: idOf(from),
      into: idOf(into),
      at: NOW,
      because: { eventId: null, identityTypes: [] },
    });
    const names = ['a', 'b', 'c'];
    await saveCustomers(
      database,
      names.map((name) => aCustomer(name)),
      aStamp(),
    );
    await saveIdentities(
      database,
      [
        known('a', { type: 'email', value: 'a@example.com' }),
        known('c', { type: 'crm', value: '17' }),
      ],
      aStamp(),
    );
    await saveJoins(database, [join('a', 'b')], aStamp());
    await saveJoins(database, [join('b', 'c')], aStamp());
    const survivors = await lockCustomers(
      database,
      names.map((name) => idOf(name)),
    );
    expect(new Set(survivors.values())).toEqual(new Set([idOf('c')]));
    expect((await findCustomers(database, [idOf('a'), idOf('b')])).map(({ id }) => id)).toEqual([
      idOf('c'),
    ]);
    const found = await findIdentities(database, [
      { type: 'email', value: 'a@example.com', verified: false },
    ]);
    expect(found).toEqual([
      {
        identity: { type: 'email', value: 'a@example.com' },
        customerId: idOf('a'),
        survivingId: idOf('c'),
        survivingCrm: '17',
        verified: true,
        names: ['sami'],
      },
    ]);
  });

  it('go to their topic once a transaction, with identities and joins', async () => {
    await database.query('DELETE FROM outbox');
    await database.transaction(async (tx) => {
      await saveCustomers(tx, [aCustomer('once')], aStamp());
      await saveIdentities(tx, [known('once', { type: 'phone', value: '+48600' })], aStamp());
    });
    const rows = await readOutbox(database, 10);
    expect(rows).toHaveLength(1);
    expect(JSON.parse(rows[0]?.value ?? '{}')).toMatchObject({
      data: {
        id: idOf('once'),
        identities: [{ identity: { type: 'phone', value: '+48600' } }],
        mergedInto: null,
      },
    });
  });
});

describe('the context of a decision', () => {
  it('has the customer, what was said under every joined profile, and the tasks of both', async () => {
    await saveCustomers(database, [aCustomer('kept'), aCustomer('gone')], aStamp());
    await applyDecisions(
      database,
      [anOpening('kept says', 'kept'), anOpening('gone says', 'gone')],
      aStamp(),
    );
    await applyDecisions(
      database,
      [{ ...nothing, touches: [aTouch('long ago', 'kept', 'x', { occurredAt: at(-401 * DAY) })] }],
      aStamp(),
    );
    await saveJoins(
      database,
      [
        {
          from: idOf('gone'),
          into: idOf('kept'),
          at: NOW,
          because: { eventId: null, identityTypes: [] },
        },
      ],
      aStamp(),
    );
    await saveOwner(
      database,
      { id: 'marta', email: 'marta@example.com', timeZone: 'UTC', languages: [], teams: [] },
      aStamp(),
    );
    const context = (await loadContexts(database, [idOf('kept')], { now: NOW })).get(idOf('kept'));
    expect(context?.customer.id).toBe(idOf('kept'));
    expect(context?.members).toHaveLength(1);
    expect(
      context?.touches.map(({ customerId, scored }) => [customerId, scored.sourceId]).sort(),
    ).toEqual([
      [idOf('kept'), 'gone says'],
      [idOf('kept'), 'kept says'],
    ]);
    expect(context?.tasks.map(({ customerId }) => customerId)).toEqual([
      idOf('kept'),
      idOf('kept'),
    ]);
    expect(context?.pending).toHaveLength(2);
    expect(context?.owners.map(({ id }) => id)).toEqual(['marta']);
    expect(context?.loads).toEqual({ marta: 2 });
    const story = await findStory(database, idOf('gone'));
    expect(story.map(({ kind }) => kind)).toEqual([
      'touch',
      'touch',
      'touch',
      'task',
      'task',
      'delivery',
      'delivery',
    ]);
  });

  it('has what an open task holds, however long ago it was said', async () => {
    await saveCustomers(database, [aCustomer('late')], aStamp());
    const old = { occurredAt: at(-900 * DAY) };
    await applyDecisions(database, [anOpening('said late', 'late', old)], aStamp());
    const context = (await loadContexts(database, [idOf('late')], { now: NOW })).get(idOf('late'));
    expect(context?.tasks).toHaveLength(1);
    expect(context?.touches.map(({ scored }) => scored.sourceId)).toEqual(['said late']);
  });

  it('has colleagues of the account who complain or have an open task, and nobody else', async () => {
    const names = ['asking', 'open task', 'complained', 'complained long ago', 'silent'];
    await saveCustomers(
      database,
      [
        ...names.map((name) => aCustomer(name, { accountId: 'firm' })),
        aCustomer('elsewhere', { accountId: 'other firm' }),
      ],
      aStamp(),
    );
    await applyDecisions(
      database,
      [
        {
          ...nothing,
          tasks: [aTask('old but open', 'open task'), aTask('elsewhere too', 'elsewhere')],
          touches: [
            aTouch('lately', 'complained', 'ended', { occurredAt: at(-59 * DAY) }),
            aTouch('back then', 'complained long ago', 'ended', { occurredAt: at(-61 * DAY) }),
          ],
        },
      ],
      aStamp(),
    );
    const contexts = await loadContexts(
      database,
      [idOf('asking'), idOf('elsewhere'), idOf('nobody')],
      { now: NOW },
    );
    const members = contexts.get(idOf('asking'))?.members.map(({ name }) => name);
    expect(members?.[0]).toBe('asking');
    expect(members?.slice(1).sort()).toEqual(['complained', 'open task']);
    expect(contexts.get(idOf('asking'))?.tasks.map(({ id }) => id)).toEqual([idOf('old but open')]);
    expect(contexts.get(idOf('elsewhere'))?.members.map(({ name }) => name)).toEqual(['elsewhere']);
    expect(contexts.has(idOf('nobody'))).toBe(false);
  });

  it('has colleagues who share a task, however long ago they complained', async () => {
    const names = ['who opened it', 'who joined it'];
    await saveCustomers(
      database,
      names.map((name) => aCustomer(name, { accountId: 'old firm' })),
      aStamp(),
    );
    const old = { occurredAt: at(-90 * DAY) };
    await applyDecisions(
      database,
      [
        {
          ...nothing,
          touches: [
            aTouch('first of both', 'who opened it', 'shared', old),
            aTouch('second of both', 'who joined it', 'shared', old),
          ],
          tasks: [
            aTask('shared', 'who opened it', {
              state: 'resolved',
              touches: [idOf('first of both'), idOf('second of both')],
            }),
          ],
        },
      ],
      aStamp('shared', at(-80 * DAY)),
    );
    const contexts = await loadContexts(database, names.map(idOf), { now: NOW });
    for (const name of names) {
      const context = contexts.get(idOf(name));
      expect(context?.members.map((member) => member.name).sort()).toEqual([...names].sort());
      expect(context?.tasks).toHaveLength(1);
      expect(context?.touches).toHaveLength(2);
    }
  });
});
