import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@redress/runtime';
import { deliveryLease, listDeliveries, releaseDeliveryLeases } from '@redress/store';
import {
  clock,
  database,
  decideWithoutRelay,
  goForward,
  nameId,
  policy,
  until,
  useNotifier,
} from '../fixtures/a-notifier.ts';
import { aScored } from '../fixtures/a-scored.ts';
import { keepLease } from './keep-lease.ts';
import { LEASE_MS, startDelivery } from './start-delivery.ts';

describe('a delivery that is being sent', () => {
  useNotifier();

  const start = (now: string) =>
    database.transaction(async (tx) => {
      const { items } = await listDeliveries(tx, { limit: 1 });
      return startDelivery(tx, items[0]?.id ?? '', { now, policy, nameId });
    });

  it('is its courier’s alone until the lease has run out unrenewed, or its courier is known to be gone', async () => {
    await decideWithoutRelay(aScored('1'));
    const now = clock.now();
    expect(await start(now)).toMatchObject({ kind: 'send' });
    const ends = new Date(Date.parse(now) + LEASE_MS).toISOString();
    expect(await start(now)).toEqual({ kind: 'later', until: ends });
    expect(await start(ends)).toMatchObject({ kind: 'send' });
    expect(await start(ends)).toMatchObject({ kind: 'later' });
    const { items } = await listDeliveries(database, { limit: 1 });
    goForward(10 * LEASE_MS);
    const later = clock.now();
    const end = keepLease(items[0]?.id ?? '', { database, clock, logger: silentLogger });
    await until(async () => ((await deliveryLease(database, items[0]?.id ?? '')) ?? '') > later);
    end();
    await releaseDeliveryLeases(database);
    expect(await start(ends)).toMatchObject({ kind: 'send' });
  });
});
