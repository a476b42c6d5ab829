import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '@redress/runtime';
import type { Clock } from '@redress/runtime';
import { holdMessages } from './hold-messages.ts';
import type { QueueMessage } from './port.ts';

const message = (id: string): QueueMessage => ({ id, receipt: id, body: id, receiveCount: 1 });

/** A clock whose sleepers wake when told. */
function createAlarmClock(): Clock & { readonly slept: number[]; ring(): Promise<void> } {
  const slept: number[] = [];
  let wake = (): void => undefined;
  return {
    slept,
    now: () => '2026-11-22T10:00:00.000Z',
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) {
          resolve();
          return;
        }
        slept.push(milliseconds);
        wake = resolve;
        signal?.addEventListener('abort', () => {
          resolve();
        });
      }),
    async ring() {
      wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

describe('holding messages', () => {
  it('extends each of them after a third of its time, also after an extension failed', async () => {
    const clock = createAlarmClock();
    const extended: string[] = [];
    let away = true;
    const hold = holdMessages([message('a'), message('b')], {
      clock,
      logger: silentLogger,
      seconds: 120,
      queue: {
        changeVisibility({ id }, seconds) {
          if (away) return Promise.reject(new Error('away'));
          extended.push(`${id} ${String(seconds)}`);
          return Promise.resolve();
        },
      },
    });
    await clock.ring();
    away = false;
    await clock.ring();
    expect(extended).toEqual(['a 120', 'b 120']);
    expect(clock.slept).toEqual([40_000, 40_000, 40_000]);
    await hold.release();
    expect(extended).toHaveLength(2);
  });

  it('is over only when no extension is under way', async () => {
    const clock = createAlarmClock();
    const said: string[] = [];
    let answer = (): void => undefined;
    const hold = holdMessages([message('a')], {
      clock,
      logger: silentLogger,
      seconds: 120,
      queue: {
        changeVisibility: () =>
          new Promise((resolve) => {
            answer = () => {
              said.push('extended');
              resolve();
            };
          }),
      },
    });
    await clock.ring();
    const released = hold.release().then(() => said.push('released'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(said).toEqual([]);
    answer();
    await released;
    expect(said).toEqual(['extended', 'released']);
  });
});
