import type { Queryable } from '../queryable.ts';

/** Names what a dead letter stands for: its feedback, or the place of its record where the bytes tell none. */
export function deadLetterName(letter: {
  readonly feedbackId: string | null;
  readonly topic: string | null;
  readonly partition: number | null;
  readonly offset: number | null;
  /** Of the dead letter, where it stands in no topic. */
  readonly id: string;
}): string {
  const { feedbackId, topic, partition, offset, id } = letter;
  if (feedbackId !== null) return feedbackId;
  return topic === null ? id : `${topic}/${String(partition)}/${String(offset)}`;
}

/** What is known besides the store. */
export interface KnownElsewhere {
  /** Names (`deadLetterName`) of what is counted elsewhere. */
  readonly except?: readonly string[];
  /** Ids of dead letters that are known to be put back, though the store may not say so yet. */
  readonly replayed?: readonly string[];
  /** One put back after this instant counts for dead still; absent: one put back at any time does not. */
  readonly asOf?: string;
}

/**
 * Feedbacks of which only dead letters are kept, each once; samples apart. One with an outcome is counted there, and one that was put back where it
 * is since then: on its way, decided, or dead anew.
 */
export async function countDeadLetters(
  db: Queryable,
  { except = [], replayed = [], asOf }: KnownElsewhere = {},
): Promise<{ readonly counted: number; readonly samples: number }> {
  const { rows } = await db.query<{ sample: boolean; feedbacks: number }>(
    `SELECT sample, count(DISTINCT name) AS feedbacks
     FROM (SELECT d.sample, coalesce(d.feedback_id, d.topic || '/' || d.partition || '/' || d.log_offset, d.id) AS name
           FROM dead_letters d
           WHERE (d.replayed_at IS NULL OR d.replayed_at > $3::timestamptz)
             AND NOT (d.id = ANY($2::text[]))
             AND NOT EXISTS (SELECT 1 FROM dead_letters again WHERE again.replay_of = d.id)
             AND NOT EXISTS (SELECT 1 FROM feedback f WHERE f.feedback_id = d.feedback_id)) AS named
     WHERE NOT (name = ANY($1::text[]))
     GROUP BY sample`,
    [except, replayed, asOf ?? null],
  );
  const countOf = (sample: boolean): number =>
    rows.find((row) => row.sample === sample)?.feedbacks ?? 0;
  return { counted: countOf(false), samples: countOf(true) };
}
