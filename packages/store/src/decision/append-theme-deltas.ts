import type { ThemeDelta } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Adds signed counts; they are never changed, only counted together. */
export async function appendThemeDeltas(
  tx: Queryable,
  deltas: readonly ThemeDelta[],
): Promise<void> {
  if (deltas.length === 0) return;
  await tx.query(
    `INSERT INTO theme_deltas (cause, touchpoint, day, channel, language, account_id, feedback_id, count)
     SELECT cause, touchpoint, day, channel, language, "accountId", "feedbackId", count
     FROM jsonb_to_recordset($1::text::jsonb) AS given (
       cause text, touchpoint text, day date, channel text, language text, "accountId" text, "feedbackId" text, count smallint)`,
    [JSON.stringify(deltas)],
  );
}
