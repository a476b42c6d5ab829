import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { encodeEvent, feedbackIdOf } from '@redress/contracts';
import type { FeedbackReceived } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import { createMetrics, silentLogger, systemClock } from '@redress/runtime';
import { startScorer } from './start.ts';

const at = '2026-11-22T09:00:00.000Z';

function received(sourceId: string): FeedbackReceived {
  return {
    channel: 'survey',
    source: 'shop',
    sourceId,
    occurredAt: at,
    customer: { identities: [] },
    text: 'The courier never came.',
    feedbackId: feedbackIdOf('shop', sourceId),
    receivedAt: at,
    revision: { at, hash: sourceId, stated: false },
    partition: 1,
  };
}

describe('a running scorer', () => {
  it('scores what is in the log, puts aside what is no event, and shows its lag', async () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'redress-scorer-'));
    const log = openEmbeddedLog({ directory, clock: systemClock });
    const metrics = createMetrics();
    const value = (sourceId: string) =>
      encodeEvent({
        id: sourceId,
        type: 'feedback.received.v1',
        source: 'test',
        time: at,
        data: received(sourceId),
      });
    await log.publish([
      { topic: 'feedback.received.v1', partition: 1, key: 'a', value: value('a') },
      {
        topic: 'feedback.received.v1',
        partition: 1,
        key: 'broken',
        value: Buffer.from('not an event'),
      },
      { topic: 'feedback.received.v1', partition: 1, key: 'b', value: value('b') },
    ]);
    const scorer = await startScorer({ log, clock: systemClock, logger: silentLogger, metrics });
    try {
      await until(async () => (await log.end('feedback.scored.v1', 1)) === 2);
      await until(async () =>
        (await log.lag('redress.scorer', ['feedback.received.v1'])).every(({ lag }) => lag === 0),
      );
      const dead = await Promise.all(
        Array.from({ length: log.partitions('dead-letters.v1') }, (_, partition) =>
          log.end('dead-letters.v1', partition),
        ),
      );
      expect(dead.reduce((sum, end) => sum + end, 0)).toBe(1);
      const page = await metrics.text();
      expect(page).toContain('redress_scorer_records_total{outcome="ok"} 2');
      expect(page).toContain('redress_scorer_lag{partition="1"} 0');
    } finally {
      await scorer.stop();
      await log.close();
      rmSync(directory, { recursive: true });
    }
  });
});

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
