import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import { settingRow } from '../setting/setting-row.ts';
import type { Stamp } from '../stamp.ts';

/** Writes whether a source is live or in shadow, and puts it on the topic. */
export async function saveSource(
  tx: Queryable,
  source: { readonly source: string; readonly live: boolean },
  stamp: Stamp,
): Promise<void> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO sources (name, live, version, changed_at) VALUES ($1, $2, 1, $3::timestamptz)
     ON CONFLICT (name) DO UPDATE SET
       live = excluded.live, version = sources.version + 1, changed_at = excluded.changed_at
     RETURNING version`,
    [source.source, source.live, stamp.at],
  );
  await appendOutbox(
    tx,
    [settingRow('source', source.source, rows[0]?.version ?? 1, { live: source.live }, stamp)],
    stamp,
  );
}
