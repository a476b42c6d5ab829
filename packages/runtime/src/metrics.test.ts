import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './metrics.ts';

describe('createMetrics', () => {
  it('counts with labels', async () => {
    const metrics = createMetrics();
    const decided = metrics.counter('redress_decided_total', 'Feedback decided.', ['outcome']);
    decided.inc({ outcome: 'task' });
    decided.inc({ outcome: 'task' }, 2);
    decided.inc({ outcome: 'ignored' });
    const text = await metrics.text();
    expect(text).toContain('redress_decided_total{outcome="task"} 3');
    expect(text).toContain('redress_decided_total{outcome="ignored"} 1');
    expect(metrics.contentType).toContain('text/plain');
  });

  it('observes into buckets', async () => {
    const metrics = createMetrics();
    metrics.histogram('redress_batch_seconds', 'Time of a batch.', [], [0.1, 1]).observe(0.5);
    const text = await metrics.text();
    expect(text).toContain('redress_batch_seconds_bucket{le="0.1"} 0');
    expect(text).toContain('redress_batch_seconds_bucket{le="1"} 1');
    expect(text).toContain('redress_batch_seconds_sum 0.5');
  });

  it('asks a gauge at each reading and forgets what is no longer told', async () => {
    const metrics = createMetrics();
    let topics = ['a', 'b'];
    metrics.gauge('redress_lag', 'Records not read yet.', ['topic'], (gauge) => {
      for (const topic of topics) gauge.set(7, { topic });
    });
    expect(await metrics.text()).toContain('redress_lag{topic="b"} 7');
    topics = ['a'];
    const text = await metrics.text();
    expect(text).toContain('redress_lag{topic="a"} 7');
    expect(text).not.toContain('topic="b"');
  });

  it('tells the other metrics when one gauge fails', async () => {
    const metrics = createMetrics();
    metrics.gauge('redress_broken', 'Fails.', [], () => Promise.reject(new Error('store away')));
    metrics.gauge('redress_fine', 'Works.').set(3);
    const text = await metrics.text();
    expect(text).toContain('redress_fine 3');
    expect(text).not.toMatch(/^redress_broken \d/m);
  });

  it('shares nothing between two registries', async () => {
    createMetrics().counter('redress_total', 'Once.').inc();
    expect(await createMetrics().text()).not.toContain('redress_total');
  });
});
