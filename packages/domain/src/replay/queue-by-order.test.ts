import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { QueueByOrder } from './queue-by-order.ts';

describe('QueueByOrder', () => {
  it('gives items in order, equal ones as they came, whatever came between', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9)), (numbers) => {
        const queue = new QueueByOrder<{ number: number; turn: number }>(
          (a, b) => a.number - b.number,
        );
        numbers.forEach((number, turn) => queue.add({ number, turn }));
        const taken = numbers.map(() => queue.take());
        const sorted = numbers
          .map((number, turn) => ({ number, turn }))
          .sort((a, b) => a.number - b.number);
        expect(taken).toEqual(sorted);
        expect(queue.take()).toBeUndefined();
      }),
    );
  });
});
