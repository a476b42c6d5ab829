import { decodeEnvelope } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { findFeedback, loadPositions } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';

/** Who reads what on the way, as their topologies say. */
const SCORER = { group: 'redress.scorer', topic: 'feedback.received.v1' } as const;
const NOTIFIER = { group: 'redress.notifier', topic: 'feedback.scored.v1' } as const;

/** Records of a backlog that are looked at one by one; what lies beyond is counted as it stands, revisions and all. */
const LOOKED_AT = 20_000;

export interface StageLag {
  readonly stage: 'scorer' | 'notifier';
  /** Records written and not yet read. */
  readonly records: number;
}

export interface InFlight {
  readonly real: number;
  readonly samples: number;
  readonly lag: readonly StageLag[];
}

/** Feedbacks that the log has and the store has not: each once, whatever its revisions. A revision of one that is known is not counted. */
export async function countInFlight({
  database,
  log,
}: Pick<ConsoleDependencies, 'database' | 'log'>): Promise<InFlight> {
  const positions = await loadPositions(database, NOTIFIER.group);
  const scorerLag = await log.lag(SCORER.group, [SCORER.topic]);
  const notifierLag = await log.lag(NOTIFIER.group, [NOTIFIER.topic], positions);
  const seen = new Map<string, boolean>();
  let beyond = 0;
  for (const { topic, partition, position, end } of [...scorerLag, ...notifierLag]) {
    const to = Math.min(end, position + LOOKED_AT);
    beyond += end - to;
    await collect(log, topic, partition, position, to, seen);
  }
  const known = await findFeedback(database, [...seen.keys()]);
  for (const { scored } of known) seen.delete(scored.feedbackId);
  const samples = [...seen.values()].filter(Boolean).length;
  return {
    real: seen.size - samples + beyond,
    samples,
    lag: [
      { stage: 'scorer', records: sumOf(scorerLag) },
      { stage: 'notifier', records: sumOf(notifierLag) },
    ],
  };
}

async function collect(
  log: ConsoleDependencies['log'],
  topic: TopicName,
  partition: number,
  from: number,
  to: number,
  seen: Map<string, boolean>,
): Promise<void> {
  if (to <= from) return;
  for await (const { value } of log.read(topic, partition, from, to)) {
    if (value === null) continue;
    const decoded = decodeEnvelope(value);
    if (!decoded.ok) continue;
    const { data } = decoded.event;
    if (typeof data !== 'object' || data === null || !('feedbackId' in data)) continue;
    const { feedbackId } = data;
    if (typeof feedbackId !== 'string') continue;
    seen.set(feedbackId, 'sample' in data && data.sample === true);
  }
}

function sumOf(lag: Awaited<ReturnType<ConsoleDependencies['log']['lag']>>): number {
  return lag.reduce((total, one) => total + one.lag, 0);
}
