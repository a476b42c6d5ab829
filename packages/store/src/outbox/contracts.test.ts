import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, EVENT_SCHEMAS, decodeEnvelope, ownerRecord } from '@redress/contracts';
import { NOW, aCustomer, aStamp, anOpening, idOf } from '../fixtures/a-world.ts';
import {
  applyDecisions,
  readOutbox,
  saveContact,
  saveCustomers,
  saveIdentities,
  saveJoins,
  saveOwner,
  savePolicy,
  saveSource,
  saveToken,
  writeSetting,
} from '../index.ts';
import type { Database } from '../index.ts';
import { openTestDatabase } from '../testing.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
}, 60_000);
afterEach(() => database.close());

/** Written by the ingestors, the scorer and whoever puts a record aside. */
const NOT_OF_THE_STORE = ['feedback.received.v1', 'feedback.scored.v1', 'dead-letters.v1'];

describe('what the store puts on topics', () => {
  it('is what their contracts say, and nothing besides', async () => {
    const identity = { type: 'email', value: 'ann@example.com' } as const;
    const record = {
      identities: [identity],
      name: 'Ann',
      account: 'a-1',
      products: [{ name: 'line', valuePerMonth: 20 }],
      consent: { mail: true },
    };
    await database.transaction(async (tx) => {
      const customer = aCustomer('ann', { accountId: 'a-1', name: 'Ann', record });
      await saveCustomers(tx, [customer, aCustomer('ann again')], aStamp());
      await saveIdentities(
        tx,
        [
          {
            identity,
            customerId: idOf('ann'),
            survivingId: idOf('ann'),
            survivingCrm: null,
            verified: true,
            names: ['Ann'],
          },
        ],
        aStamp(),
      );
      const because = { eventId: idOf('event'), identityTypes: ['email' as const] };
      await saveJoins(
        tx,
        [{ from: idOf('ann again'), into: idOf('ann'), at: NOW, because }],
        aStamp(),
      );
      await saveOwner(tx, ownerRecord.parse({ id: 'marta', email: 'marta@example.org' }), aStamp());
      await savePolicy(tx, DEFAULT_POLICY, aStamp());
      await applyDecisions(tx, [anOpening('call', 'ann')], aStamp());
      const contact = {
        id: idOf('contact'),
        customerId: idOf('ann'),
        at: NOW,
        channel: 'email',
        direction: 'outbound',
        kind: 'survey',
      } as const;
      await saveContact(tx, contact, aStamp());
      await saveSource(tx, { source: 'hook', live: false }, aStamp());
      const token = {
        hash: 'h',
        kind: 'access',
        ownerId: null,
        createdAt: NOW,
        expiresAt: null,
        usedAt: null,
      } as const;
      await saveToken(tx, token, aStamp());
      await writeSetting(tx, 'x', { a: [1] }, aStamp());
    });
    const rows = (await readOutbox(database, 1000)).filter(
      ({ destination }) => destination === 'log',
    );
    for (const { topic, value } of rows) {
      const envelope = decodeEnvelope(new TextEncoder().encode(value ?? ''));
      if (!envelope.ok) throw new Error(envelope.reason);
      expect(envelope.event.type).toBe(topic);
      expect(Object.keys(EVENT_SCHEMAS)).toContain(topic);
      const { data } = envelope.event;
      expect([topic, EVENT_SCHEMAS[topic as keyof typeof EVENT_SCHEMAS].parse(data)]).toEqual([
        topic,
        data,
      ]);
    }
    expect([...new Set([...rows.map(({ topic }) => topic), ...NOT_OF_THE_STORE])].sort()).toEqual(
      Object.keys(EVENT_SCHEMAS).sort(),
    );
  });
});
