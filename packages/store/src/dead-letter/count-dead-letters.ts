import type { Queryable } from '../queryable.ts';

/** Names what a dead letter stands for: its feedback, or the place of its record where the bytes tell none. */
export function deadLetterName(letter: {
  readonly feedbackId: string | null;
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
}): string {
  const { feedbackId, topic, partition, offset } = letter;
  return feedbackId ?? `${topic}/${String(partition)}/${String(offset)}`;
}

/**
 * Feedbacks of which only dead letters are kept, each once; samples apart. One with an outcome is counted there, and those named in `except`
 * (as `deadLetterName` does) are counted elsewhere too.
 */
export async function countDeadLetters(
  db: Queryable,
  except: readonly string[] = [],
): Promise<{ readonly counted: number; readonly samples: number }> {
  const { rows } = await db.query<{ sample: boolean; feedbacks: number }>(
    `SELECT sample, count(DISTINCT name) AS feedbacks
     FROM (SELECT d.sample, coalesce(d.feedback_id, d.topic || '/' || d.partition || '/' || d.log_offset) AS name
           FROM dead_letters d
           WHERE NOT EXISTS (SELECT 1 FROM feedback f WHERE f.feedback_id = d.feedback_id)) AS named
     WHERE NOT (name = ANY($1::text[]))
     GROUP BY sample`,
    [except],
  );
  const countOf = (sample: boolean): number =>
    rows.find((row) => row.sample === sample)?.feedbacks ?? 0;
  return { counted: countOf(false), samples: countOf(true) };
}
