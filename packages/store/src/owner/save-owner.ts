import type { OwnerRecord } from '@redress/contracts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Writes an owner as a whole and puts them on their topic; answers the version. */
export async function saveOwner(tx: Queryable, owner: OwnerRecord, stamp: Stamp): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `INSERT INTO owners (id, sample, version, data) VALUES ($1, $2, 1, $3::text::jsonb)
     ON CONFLICT (id) DO UPDATE SET sample = excluded.sample, version = owners.version + 1, data = excluded.data
     RETURNING version`,
    [owner.id, owner.sample === true, JSON.stringify(owner)],
  );
  const version = rows[0]?.version ?? 1;
  await appendOutbox(
    tx,
    [logRow('owners.v1', { key: owner.id, version, data: { ...owner, version } }, stamp)],
    stamp,
  );
  return version;
}
