import { policy as policySchema } from '@redress/contracts';
import type { Policy } from '@redress/contracts';
import { foldTopic } from './fold-topic.ts';
import type { FoldContext } from './fold-topic.ts';

/** Policies by version; the one that was put in force last is in force. */
export async function foldPolicies(context: FoldContext): Promise<ReadonlyMap<string, Policy>> {
  const known = new Map<string, Policy>();
  let last = { sequence: -1, version: '' };
  await foldTopic(context, 'policies.v1', {
    async write(tx, records) {
      for (const { data, sequence } of records) {
        const read = policySchema.safeParse(data);
        if (read.success) known.set(data.version, read.data);
        if (sequence > last.sequence) last = { sequence, version: data.version };
      }
      await tx.query(
        `INSERT INTO policies (version, data, active, activated_at)
         SELECT version, data, false, at
         FROM jsonb_to_recordset($1::text::jsonb) AS given (version text, data jsonb, at timestamptz)`,
        [
          JSON.stringify(
            records.map(({ data, time }) => ({ version: data.version, data, at: time })),
          ),
        ],
      );
    },
  });
  await context.database.query('UPDATE policies SET active = true WHERE version = $1', [
    last.version,
  ]);
  return known;
}
