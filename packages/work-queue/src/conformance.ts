import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueueMessage, WorkQueue } from './port.ts';

/** An empty work queue under test, with a way to let time pass. */
export interface WorkQueueUnderTest {
  readonly queue: WorkQueue;
  /** How often a message is received before it is put aside. */
  readonly maxReceives: number;
  /** Lets so many seconds pass for the queue: a moved clock, or a real wait. */
  advance(seconds: number): Promise<void>;
  cleanup(): Promise<void>;
}

export interface WorkQueueCapabilities {
  /** `depth` is right at once; otherwise only in the end. */
  readonly exactDepth: boolean;
  /** A receipt counts only until the message is received again. */
  readonly strictReceipts: boolean;
}

/** What every work queue must do; an adapter's spec calls it with a factory. Times are whole seconds. */
export function describeWorkQueue(
  name: string,
  factory: () => Promise<WorkQueueUnderTest>,
  capabilities: WorkQueueCapabilities,
): void {
  describe(`${name} as a work queue`, () => {
    let under: WorkQueueUnderTest;
    let queue: WorkQueue;
    beforeEach(async () => {
      under = await factory();
      queue = under.queue;
    });
    afterEach(async () => {
      await under.cleanup();
    });

    const receiveOne = async (visibilitySeconds = 1): Promise<QueueMessage> => {
      const [message] = await queue.receive(1, visibilitySeconds);
      if (message === undefined) throw new Error('there was no message to receive');
      return message;
    };
    const putAside = async (): Promise<void> => {
      for (let receive = 0; receive < under.maxReceives; receive += 1) {
        await queue.changeVisibility(await receiveOne(60), 0);
      }
      expect(await queue.receive(1, 1)).toEqual([]);
    };

    it('answers, and holds nothing at first', async () => {
      await queue.ping();
      await queue.send([]);
      expect(await queue.receive(10, 1)).toEqual([]);
    });

    it('hands over each message that was sent, its body untouched', async () => {
      const bodies = ['{"deliveryId":"a","version":1}', 'zażółć 🐸', ' two\nlines '];
      await queue.send(bodies.map((body) => ({ body })));
      const received = await queue.receive(10, 60);
      expect(received.map(({ body }) => body).sort()).toEqual([...bodies].sort());
      expect(received.map(({ receiveCount }) => receiveCount)).toEqual([1, 1, 1]);
      expect(new Set(received.map(({ id }) => id)).size).toBe(3);
    });

    it('hands over no more than asked for', async () => {
      await queue.send(['a', 'b', 'c'].map((body) => ({ body })));
      expect(await queue.receive(2, 60)).toHaveLength(2);
      expect(await queue.receive(2, 60)).toHaveLength(1);
    });

    it('hands a message to one of many who ask at the same time', async () => {
      await queue.send([{ body: 'a' }, { body: 'b' }]);
      const asked = await Promise.all(Array.from({ length: 5 }, () => queue.receive(1, 60)));
      expect(
        asked
          .flat()
          .map(({ body }) => body)
          .sort(),
      ).toEqual(['a', 'b']);
    });

    it('holds a message back for its delay', async () => {
      await queue.send([{ body: 'later', delaySeconds: 2 }, { body: 'now' }]);
      expect((await queue.receive(10, 60)).map(({ body }) => body)).toEqual(['now']);
      await under.advance(2.1);
      expect((await queue.receive(10, 60)).map(({ body }) => body)).toEqual(['later']);
    });

    it('hands a message over again, counted, when its time was up', async () => {
      await queue.send([{ body: 'a' }]);
      const first = await receiveOne(1);
      expect(await queue.receive(1, 1)).toEqual([]);
      await under.advance(1.1);
      const second = await receiveOne(1);
      expect(second).toMatchObject({ id: first.id, body: 'a', receiveCount: 2 });
      expect(second.receipt).not.toBe(first.receipt);
    });

    it('forgets a message that was deleted', async () => {
      await queue.send([{ body: 'a' }]);
      const message = await receiveOne(1);
      await queue.delete(message);
      await queue.delete(message);
      await under.advance(1.1);
      expect(await queue.receive(1, 1)).toEqual([]);
    });

    it('gives a message back at once, or holds it longer', async () => {
      await queue.send([{ body: 'a' }]);
      await queue.changeVisibility(await receiveOne(60), 0);
      const again = await receiveOne(1);
      await queue.changeVisibility(again, 3);
      await under.advance(1.5);
      expect(await queue.receive(1, 1)).toEqual([]);
      await under.advance(2);
      expect(await queue.receive(1, 1)).toHaveLength(1);
    });

    it('puts a message aside that is never done with, and back when told', async () => {
      await queue.send([{ body: 'poison' }]);
      await putAside();
      expect(await queue.redrive()).toBe(1);
      expect(await receiveOne(60)).toMatchObject({ body: 'poison' });
      expect(await queue.redrive()).toBe(0);
    });

    if (capabilities.strictReceipts && capabilities.exactDepth) {
      it('ignores a receipt that is not the last', async () => {
        await queue.send([{ body: 'a' }]);
        const old = await receiveOne(1);
        await under.advance(1.1);
        const current = await receiveOne(60);
        await queue.delete(old);
        await queue.changeVisibility(old, 0);
        expect(await queue.depth()).toEqual({ visible: 0, hidden: 1, dead: 0 });
        await queue.delete(current);
        expect(await queue.depth()).toEqual({ visible: 0, hidden: 0, dead: 0 });
      });

      it('ignores an old receipt after a redrive too', async () => {
        await queue.send([{ body: 'poison' }]);
        const old = await receiveOne(60);
        await queue.changeVisibility(old, 0);
        for (let receive = 1; receive < under.maxReceives; receive += 1) {
          await queue.changeVisibility(await receiveOne(60), 0);
        }
        expect(await queue.receive(1, 1)).toEqual([]);
        await queue.redrive();
        await receiveOne(60);
        await queue.delete(old);
        expect(await queue.depth()).toEqual({ visible: 0, hidden: 1, dead: 0 });
      });
    }

    if (capabilities.exactDepth) {
      it('tells how many wait, are hidden and were put aside', async () => {
        await queue.send([{ body: 'poison' }]);
        await putAside();
        await queue.send([{ body: 'a' }, { body: 'b' }, { body: 'c', delaySeconds: 60 }]);
        await receiveOne(60);
        expect(await queue.depth()).toEqual({ visible: 1, hidden: 2, dead: 1 });
      });
    }
  });
}
