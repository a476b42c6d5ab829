import type { Queryable } from '../queryable.ts';

/** Which of these sources are in shadow: nobody gets mail for their feedback. */
export async function findShadowSources(
  tx: Queryable,
  sources: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await tx.query<{ name: string }>(
    'SELECT name FROM sources WHERE NOT live AND name = ANY($1::text[])',
    [sources],
  );
  return new Set(rows.map(({ name }) => name));
}
