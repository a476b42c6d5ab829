import { describe, expect, it } from '@jest/globals';
import { silentLogger } from './logger.ts';
import { createOwned } from './owned.ts';

describe('what a process owns', () => {
  it('is closed last opened first, whatever one of them throws, and once', async () => {
    const order: string[] = [];
    const { own, close } = createOwned(silentLogger);
    own({ close: () => Promise.resolve(order.push('log')) });
    own({
      stop: () => {
        order.push('scorer');
        return Promise.reject(new Error('no'));
      },
    });
    await Promise.all([close(), close()]);
    expect(order).toEqual(['scorer', 'log']);
  });

  it('may be opened again after it was closed', async () => {
    let open = 0;
    const { own, close } = createOwned(silentLogger);
    for (let round = 0; round < 2; round += 1) {
      open += 1;
      own({ close: () => Promise.resolve((open -= 1)) });
      await close();
    }
    expect(open).toBe(0);
  });
});
