import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './metrics.ts';
import { reuseMetrics } from './reuse-metrics.ts';

describe('metrics of what is started anew', () => {
  it('go on counting, and ask whoever came last', async () => {
    const metrics = reuseMetrics(createMetrics());
    for (let start = 1; start <= 2; start += 1) {
      metrics.counter('redress_starts_total', 'Starts.').inc();
      metrics.histogram('redress_start_seconds', 'Time a start takes.').observe(start);
      metrics.gauge('redress_last_start', 'Number of the last start.', [], (gauge) => {
        gauge.set(start);
      });
    }
    const text = await metrics.text();
    expect(text).toContain('redress_starts_total 2');
    expect(text).toContain('redress_start_seconds_sum 3');
    expect(text).toContain('redress_last_start 2');
  });
});
