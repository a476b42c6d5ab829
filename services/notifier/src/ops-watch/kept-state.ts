import { NEW_OPS_STATE, OPS_KINDS } from '@redress/domain';
import type { OpsState } from '@redress/domain';
import { readSetting, writeSetting } from '@redress/store';
import type { Database, Stamp } from '@redress/store';
import { z } from 'zod';

const SETTING = 'ops-watch';

const kept = z.partialRecord(
  z.enum(OPS_KINDS),
  z.object({ since: z.string(), toldAt: z.string(), clearSince: z.string().nullable() }),
);

/** What was told before, by whichever notifier did; nothing where it cannot be read. */
export async function readOpsState(database: Database): Promise<OpsState> {
  const read = kept.safeParse(await readSetting(database, SETTING));
  return { ...NEW_OPS_STATE, open: read.success ? read.data : {} };
}

/** Keeps what was told, so that whoever watches next does not tell it anew. */
export async function writeOpsState(
  database: Database,
  { open }: OpsState,
  stamp: Stamp,
): Promise<void> {
  await database.transaction((tx) => writeSetting(tx, SETTING, open, stamp));
}
