import type { Policy } from '@redress/contracts';
import { appendOutbox } from '../outbox/append-outbox.ts';
import { logRow } from '../outbox/log-row.ts';
import type { Queryable } from '../queryable.ts';
import type { Stamp } from '../stamp.ts';

/** Puts a policy in force and on its topic; the one before is kept under its version. The same version with other content replaces it. */
export async function savePolicy(tx: Queryable, policy: Policy, stamp: Stamp): Promise<void> {
  await tx.query('UPDATE policies SET active = false WHERE active AND version <> $1', [
    policy.version,
  ]);
  await tx.query(
    `INSERT INTO policies (version, data, active, activated_at) VALUES ($1, $2::text::jsonb, true, $3::timestamptz)
     ON CONFLICT (version) DO UPDATE SET data = excluded.data, active = true, activated_at = excluded.activated_at`,
    [policy.version, JSON.stringify(policy), stamp.at],
  );
  await appendOutbox(
    tx,
    [
      logRow(
        'policies.v1',
        { key: policy.version, version: stamp.transactionId, data: policy },
        stamp,
      ),
    ],
    stamp,
  );
}
