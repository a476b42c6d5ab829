import { describe, expect, it } from '@jest/globals';
import type { Clock } from '@redress/runtime';
import { openTestDatabase } from '@redress/store/testing';
import { describeWorkQueue } from './conformance.ts';
import { createEmbeddedQueue } from './embedded.ts';

/** A clock that stands until it is moved. */
function createMovableClock(): Clock & { advance(seconds: number): void } {
  let milliseconds = Date.parse('2026-11-22T10:00:00.000Z');
  return {
    now: () => new Date(milliseconds).toISOString(),
    sleep: () => Promise.resolve(),
    advance: (seconds) => {
      milliseconds += seconds * 1000;
    },
  };
}

describeWorkQueue(
  'the embedded queue',
  async () => {
    const database = await openTestDatabase();
    const clock = createMovableClock();
    return {
      queue: createEmbeddedQueue({ database, clock, name: 'deliveries', maxReceives: 3 }),
      maxReceives: 3,
      advance: (seconds) => {
        clock.advance(seconds);
        return Promise.resolve();
      },
      cleanup: () => database.close(),
    };
  },
  { exactDepth: true, strictReceipts: true },
);

describe('embedded queues in one store', () => {
  it('do not see each other', async () => {
    const database = await openTestDatabase();
    const clock = createMovableClock();
    const one = createEmbeddedQueue({ database, clock, name: 'one' });
    const other = createEmbeddedQueue({ database, clock, name: 'other' });
    await one.send([{ body: 'a' }]);
    expect(await other.receive(1, 1)).toEqual([]);
    expect(await other.depth()).toEqual({ visible: 0, hidden: 0, dead: 0 });
    expect(await one.depth()).toEqual({ visible: 1, hidden: 0, dead: 0 });
    await database.close();
  });
});
