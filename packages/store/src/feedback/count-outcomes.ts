import type { Outcome } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';

/** How many feedbacks ended how, each counted once whatever its revisions; `undecided` has no outcome yet. */
export type OutcomeCounts = Readonly<Record<Outcome | 'undecided', number>>;

/** Counts of real feedback, and of the samples apart. */
export async function countOutcomes(
  db: Queryable,
): Promise<{ readonly counted: OutcomeCounts; readonly samples: OutcomeCounts }> {
  const { rows } = await db.query<{ outcome: Outcome | null; sample: boolean; feedbacks: number }>(
    'SELECT outcome, sample, count(*) AS feedbacks FROM feedback GROUP BY outcome, sample',
  );
  const countsOf = (sample: boolean): OutcomeCounts => {
    const counts = { task: 0, joined: 0, 'outer loop only': 0, ignored: 0, undecided: 0 };
    for (const row of rows)
      if (row.sample === sample) counts[row.outcome ?? 'undecided'] += row.feedbacks;
    return counts;
  };
  return { counted: countsOf(false), samples: countsOf(true) };
}
