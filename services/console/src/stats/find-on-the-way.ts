import { decodeEnvelope } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { readDeadLetter } from '@redress/event-log';
import { deadLetterName, loadPositions } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';

/** Who reads what on the way, as their topologies say. */
const SCORER = { group: 'redress.scorer', topic: 'feedback.received.v1' } as const;
const NOTIFIER = { group: 'redress.notifier', topic: 'feedback.scored.v1' } as const;
const DEAD_LETTERS = { group: 'redress.dead-letters', topic: 'dead-letters.v1' } as const;

/** Records of a backlog that are looked at one by one; what lies beyond is counted as it stands, revisions and all. */
const LOOKED_AT = 20_000;

export interface StageLag {
  readonly stage: 'scorer' | 'notifier';
  /** Records written and not yet read. */
  readonly records: number;
}

export interface OnTheWay {
  /** Feedbacks (what no feedback can be read from: by its place) that some reader has still before it, and whether each is a sample. */
  readonly named: ReadonlyMap<string, boolean>;
  /** Records beyond those that were looked at. */
  readonly beyond: number;
  readonly lag: readonly StageLag[];
}

/**
 * What the log has and somebody has not read yet; revisions of what is known and dead letters not written down yet among it. Looked for in the
 * direction of the flow, so that nothing slips by between two looks.
 */
export async function findOnTheWay({
  database,
  log,
}: Pick<ConsoleDependencies, 'database' | 'log'>): Promise<OnTheWay> {
  const positions = await loadPositions(database, NOTIFIER.group);
  const scorerLag = await log.lag(SCORER.group, [SCORER.topic]);
  const notifierLag = await log.lag(NOTIFIER.group, [NOTIFIER.topic], positions);
  const deadLag = await log.lag(DEAD_LETTERS.group, [DEAD_LETTERS.topic]);
  const named = new Map<string, boolean>();
  let beyond = 0;
  for (const { topic, partition, position, end } of [...scorerLag, ...notifierLag, ...deadLag]) {
    const to = Math.min(end, position + LOOKED_AT);
    beyond += end - to;
    await collect(log, topic, partition, position, to, named);
  }
  return {
    named,
    beyond,
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
  named: Map<string, boolean>,
): Promise<void> {
  if (to <= from) return;
  for await (const { value, offset } of log.read(topic, partition, from, to)) {
    if (value === null) continue;
    const here = { topic, partition, offset, bytes: value };
    const letter = topic === DEAD_LETTERS.topic ? readDeadLetter(value) : null;
    const { bytes, ...place } = letter?.ok === true ? letter.letter : here;
    const { feedbackId, sample } = feedbackOf(bytes);
    named.set(deadLetterName({ ...place, feedbackId }), sample);
  }
}

function feedbackOf(bytes: Uint8Array | null): { feedbackId: string | null; sample: boolean } {
  const decoded = bytes === null ? null : decodeEnvelope(bytes);
  const data: unknown = decoded?.ok === true ? decoded.event.data : null;
  if (typeof data !== 'object' || data === null) return { feedbackId: null, sample: false };
  return {
    feedbackId:
      'feedbackId' in data && typeof data.feedbackId === 'string' ? data.feedbackId : null,
    sample: 'sample' in data && data.sample === true,
  };
}

function sumOf(lag: Awaited<ReturnType<ConsoleDependencies['log']['lag']>>): number {
  return lag.reduce((total, one) => total + one.lag, 0);
}
