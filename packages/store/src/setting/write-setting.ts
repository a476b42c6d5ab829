import { appendOutbox } from '../outbox/append-outbox.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';
import { settingRow } from './setting-row.ts';

/** Writes a setting (anything JSON can hold) and puts it on the topic. */
export async function writeSetting(
  tx: Queryable,
  key: string,
  value: unknown,
  stamp: Stamp,
): Promise<void> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO settings (key, value, version, changed_at) VALUES ($1, $2::text::jsonb, 1, $3::timestamptz)
     ON CONFLICT (key) DO UPDATE SET
       value = excluded.value, version = settings.version + 1, changed_at = excluded.changed_at
     RETURNING version`,
    [key, JSON.stringify(value), stamp.at],
  );
  await appendOutbox(tx, [settingRow('setting', key, rows[0]?.version ?? 1, value, stamp)], stamp);
}
