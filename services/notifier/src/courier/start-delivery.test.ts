import { describe, expect, it } from '@jest/globals';
import { listDeliveries, releaseDeliveryLeases } from '@redress/store';
import {
  clock,
  database,
  decideWithoutRelay,
  nameId,
  policy,
  useNotifier,
} from '../fixtures/a-notifier.ts';
import { aScored } from '../fixtures/a-scored.ts';
import { LEASE_MS, startDelivery } from './start-delivery.ts';

describe('a delivery that is being sent', () => {
  useNotifier();

  const start = (now: string) =>
    database.transaction(async (tx) => {
      const { items } = await listDeliveries(tx, { limit: 1 });
      return startDelivery(tx, items[0]?.id ?? '', { now, policy, nameId });
    });

  it('is its courier’s alone until the lease has run out, or its courier is known to be gone', async () => {
    await decideWithoutRelay(aScored('1'));
    const now = clock.now();
    expect(await start(now)).toMatchObject({ kind: 'send' });
    const until = new Date(Date.parse(now) + LEASE_MS).toISOString();
    expect(await start(now)).toEqual({ kind: 'later', until });
    expect(await start(until)).toMatchObject({ kind: 'send' });
    expect(await start(until)).toMatchObject({ kind: 'later' });
    await releaseDeliveryLeases(database);
    expect(await start(until)).toMatchObject({ kind: 'send' });
  });
});
