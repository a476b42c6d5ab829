import type { Queryable } from '../queryable.ts';
import { MEANT, PLAIN_COLUMNS, meantBy, toPlain } from './dead-letter.ts';
import type { DeadLetter, DeadLetterFilter, DeadLetterRow } from './dead-letter.ts';

interface Row extends DeadLetterRow {
  record_key: string;
  headers: Record<string, string>;
  encoded: string | null;
}

/** Dead letters with their bytes, in the order of their ids: at most `limit` of those after `afterId`. */
export async function findDeadLetters(
  db: Queryable,
  filter: DeadLetterFilter & { readonly afterId?: string | undefined; readonly limit: number },
): Promise<readonly DeadLetter[]> {
  const { rows } = await db.query<Row>(
    `SELECT ${PLAIN_COLUMNS}, record_key, headers, encode(bytes, 'base64') AS encoded FROM dead_letters
     WHERE ${MEANT} AND ($5::text IS NULL OR id > $5::text)
     ORDER BY id
     LIMIT $6`,
    [...meantBy(filter), filter.afterId ?? null, filter.limit],
  );
  return rows.map((row) => {
    const { replayOf: _, ...plain } = toPlain(row);
    return {
      ...plain,
      key: row.record_key,
      headers: row.headers,
      bytes: row.encoded === null ? null : new Uint8Array(Buffer.from(row.encoded, 'base64')),
    };
  });
}
