import { decodeCursor, pageOf } from '../page.ts';
import type { Page } from '../page.ts';
import type { Queryable } from '../queryable.ts';
import { MEANT, PLAIN_COLUMNS, meantBy, toPlain } from './dead-letter.ts';
import type { DeadLetterFilter, DeadLetterRow, DeadLetterSummary } from './dead-letter.ts';

/** Dead letters without what is in them, the newest first. Throws REDRESS_CURSOR_INVALID for an `after` that is none of ours. */
export async function listDeadLetters(
  db: Queryable,
  filter: DeadLetterFilter & { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<DeadLetterSummary>> {
  const { after, limit } = filter;
  const [at, id] = after === undefined ? [null, null] : decodeCursor(after, 'timestamptz');
  const { rows } = await db.query<DeadLetterRow & { size: number | null }>(
    `SELECT ${PLAIN_COLUMNS}, octet_length(bytes) AS size FROM dead_letters
     WHERE ${MEANT}
       AND ($5::timestamptz IS NULL OR (recorded_at, id) < ($5::timestamptz, $6::text))
     ORDER BY recorded_at DESC, id DESC
     LIMIT $7`,
    [...meantBy(filter), at, id, limit + 1],
  );
  const letters = rows.map((row) => ({ ...toPlain(row), size: row.size ?? 0 }));
  return pageOf(letters, limit, (letter) => [letter.at, letter.id]);
}
