import { describe, expect, it } from '@jest/globals';
import { createHealth, isReady } from './health.ts';
import { RedressError } from './redress-error.ts';

describe('createHealth', () => {
  it('is live whatever its checks say', () => {
    const health = createHealth();
    health.register('store', () => Promise.resolve({ ok: false }));
    expect(health.live()).toEqual({ status: 'ok' });
  });

  it('is ok when every check is, and names them', async () => {
    const health = createHealth();
    health.register('store', () => Promise.resolve({ ok: true }));
    expect(await health.ready()).toEqual({ status: 'ok', checks: { store: { ok: true } } });
  });

  it('is degraded when one check is not ok, throws or does not answer', async () => {
    const health = createHealth({ limitMs: 20 });
    health.register('log', () => Promise.resolve({ ok: true }));
    health.register('store', () =>
      Promise.reject(new RedressError('REDRESS_STORE_AWAY', 'the store is away')),
    );
    health.register('mail', () => new Promise(() => undefined));
    health.register('queue', () => {
      throw new Error('something with a secret');
    });
    expect(await health.ready()).toEqual({
      status: 'degraded',
      checks: {
        log: { ok: true },
        store: { ok: false, detail: 'the store is away' },
        mail: { ok: false, detail: 'no answer within 20 ms' },
        queue: { ok: false, detail: 'the check failed' },
      },
    });
  });

  it('is degraded and still ready while only what it can do without is away', async () => {
    const health = createHealth();
    health.register('redis', () => Promise.resolve({ ok: false, optional: true }));
    expect((await health.ready()).status).toBe('degraded');
    expect(isReady(await health.ready())).toBe(true);
    health.register('store', () => Promise.resolve({ ok: false }));
    expect(isReady(await health.ready())).toBe(false);
  });
});
