import { afterEach, describe, expect, it } from '@jest/globals';
import { createHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { startOperationsServer, type OperationsServer } from './operations-server.ts';

let server: OperationsServer;
afterEach(() => server.close());

describe('the operations server', () => {
  it('tells health, figures, and what else there is', async () => {
    const health = createHealth();
    const metrics = createMetrics();
    metrics.counter('redress_things_total', 'Things.').inc();
    server = await startOperationsServer({ host: '127.0.0.1', port: 0, health, metrics });
    const ask = (path: string) => fetch(`${server.address}${path}`);
    expect((await ask('/health')).status).toBe(200);
    health.register('store', () => Promise.resolve({ ok: false, detail: 'is away' }));
    const ready = await ask('/health/ready');
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'degraded', checks: { store: { ok: false, detail: 'is away' } } },
    ]);
    expect((await ask('/health/live')).status).toBe(200);
    expect(await (await ask('/metrics')).text()).toContain('redress_things_total 1');
    expect((await ask('/else')).status).toBe(404);
  });

  it('says which port it cannot have', async () => {
    const parts = { host: '127.0.0.1', health: createHealth(), metrics: createMetrics() };
    server = await startOperationsServer({ ...parts, port: 0 });
    const { port } = new URL(server.address);
    await expect(startOperationsServer({ ...parts, port: Number(port) })).rejects.toMatchObject({
      code: 'REDRESS_CANNOT_LISTEN',
      message: expect.stringContaining(port),
    });
  });
});
