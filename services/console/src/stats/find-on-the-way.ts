import { decodeEnvelope } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { REPLAY_HEADER, readDeadLetter } from '@redress/event-log';
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
  /** Dead letters that were put back, as what was seen on the way tells; the store may not know yet. */
  readonly replayed: readonly string[];
  /** Records beyond those that were looked at. */
  readonly beyond: number;
  readonly lag: readonly StageLag[];
}

/**
 * What the log has and somebody has not read yet; revisions of what is known and dead letters not written down yet among it. Looked for in the
 * direction of the flow, so that nothing slips by between two looks. What was put back after `asOf`, the instant before this, went against it:
 * such a dead letter counts for dead unless it is seen on its way.
 */
export async function findOnTheWay(
  { database, log }: Pick<ConsoleDependencies, 'database' | 'log'>,
  asOf: string,
): Promise<OnTheWay> {
  const positions = await loadPositions(database, NOTIFIER.group);
  const scorerLag = await log.lag(SCORER.group, [SCORER.topic]);
  const notifierLag = await log.lag(NOTIFIER.group, [NOTIFIER.topic], positions);
  const deadLag = await log.lag(DEAD_LETTERS.group, [DEAD_LETTERS.topic]);
  const seen: Seen = { named: new Map(), replayed: [] };
  let beyond = 0;
  for (const { topic, partition, position, end } of [...scorerLag, ...notifierLag, ...deadLag]) {
    const to = Math.min(end, position + LOOKED_AT);
    beyond += end - to;
    await collect(log, topic, partition, position, to, { ...seen, asOf });
  }
  return {
    ...seen,
    beyond,
    lag: [
      { stage: 'scorer', records: sumOf(scorerLag) },
      { stage: 'notifier', records: sumOf(notifierLag) },
    ],
  };
}

interface Seen {
  readonly named: Map<string, boolean>;
  readonly replayed: string[];
}

async function collect(
  log: ConsoleDependencies['log'],
  topic: TopicName,
  partition: number,
  from: number,
  to: number,
  { named, replayed, asOf }: Seen & { readonly asOf: string },
): Promise<void> {
  if (to <= from) return;
  for await (const { value, offset, headers } of log.read(topic, partition, from, to)) {
    const putBack = headers[REPLAY_HEADER];
    if (putBack !== undefined) replayed.push(putBack);
    if (value === null) continue;
    const read = topic === DEAD_LETTERS.topic ? readDeadLetter(value) : null;
    const letter = read?.ok === true ? read.letter : null;
    if (letter !== null && letter.replayedAt !== null) {
      if (letter.replayedAt <= asOf) replayed.push(letter.id);
      continue;
    }
    const again = letter?.headers[REPLAY_HEADER];
    if (again !== undefined) replayed.push(again);
    const { bytes, ...place } = letter ?? { topic, partition, offset, bytes: value, id: '' };
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
