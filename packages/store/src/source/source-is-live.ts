import type { Queryable } from '../queryable.ts';

/** Whether mails may go out for a source. One that was never put in shadow is live. */
export async function sourceIsLive(tx: Queryable, source: string): Promise<boolean> {
  const { rows } = await tx.query<{ live: boolean }>('SELECT live FROM sources WHERE name = $1', [
    source,
  ]);
  return rows[0]?.live ?? true;
}
