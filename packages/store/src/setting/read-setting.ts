import type { Queryable } from '../queryable.ts';

/** A setting's value, or null where none was written. */
export async function readSetting(tx: Queryable, key: string): Promise<unknown> {
  const { rows } = await tx.query<{ value: unknown }>('SELECT value FROM settings WHERE key = $1', [
    key,
  ]);
  return rows[0]?.value ?? null;
}
