/** A record that could not be handled, untouched: from a topic, or from a queue. */
export interface DeadLetter {
  readonly id: string;
  readonly topic: string | null;
  readonly partition: number | null;
  readonly offset: number | null;
  readonly queue: { readonly name: string; readonly messageId: string } | null;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly group: string;
  readonly reason: string;
  readonly attempts: number;
  /** When it was put aside. */
  readonly at: string;
  /** Null for a tombstone. */
  readonly bytes: Uint8Array | null;
  /** When it was last put back; null: never. */
  readonly replayedAt: string | null;
}

/** What may be shown of a dead letter without a customer's words. */
export interface DeadLetterSummary extends Omit<DeadLetter, 'bytes' | 'headers' | 'key'> {
  /** How many bytes it has. */
  readonly size: number;
  /** The dead letter it was put back from, where it failed again. */
  readonly replayOf: string | null;
}

/** Which dead letters are meant. */
export interface DeadLetterFilter {
  readonly ids?: readonly string[] | undefined;
  /** First words of the reason. */
  readonly reason?: string | undefined;
  readonly topic?: string | undefined;
  /** True: those that were put back; false: those that were not. */
  readonly replayed?: boolean | undefined;
}

export interface DeadLetterRow {
  id: string;
  topic: string | null;
  partition: number | null;
  log_offset: number | null;
  queue: DeadLetter['queue'];
  consumer_group: string;
  reason: string;
  attempts: number;
  recorded_at: string;
  replayed_at: string | null;
  replay_of: string | null;
}

/** The condition of a filter, for the first parameters of a statement. */
export const MEANT = `($1::text[] IS NULL OR id = ANY($1::text[]))
  AND ($2::text IS NULL OR starts_with(reason, $2::text))
  AND ($3::text IS NULL OR topic = $3::text)
  AND ($4::boolean IS NULL OR (replayed_at IS NOT NULL) = $4::boolean)`;

/** The parameters of `MEANT`. */
export function meantBy({ ids, reason, topic, replayed }: DeadLetterFilter): readonly unknown[] {
  return [ids ?? null, reason ?? null, topic ?? null, replayed ?? null];
}

/** Columns that hold no customer's words. */
export const PLAIN_COLUMNS =
  'id, topic, partition, log_offset, queue, consumer_group, reason, attempts, recorded_at, replayed_at, replay_of';

/** What a row says of where, when and why. */
export function toPlain(row: DeadLetterRow): Omit<DeadLetterSummary, 'size'> {
  return {
    id: row.id,
    topic: row.topic,
    partition: row.partition,
    offset: row.log_offset,
    queue: row.queue,
    group: row.consumer_group,
    reason: row.reason,
    attempts: row.attempts,
    at: row.recorded_at,
    replayedAt: row.replayed_at,
    replayOf: row.replay_of,
  };
}
