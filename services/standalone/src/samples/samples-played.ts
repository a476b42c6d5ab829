import { randomUUID } from 'node:crypto';
import { readSetting, writeSetting, type Database } from '@redress/store';

const SETTING = 'samples';

/** How far the samples are: a start that was cut short plays the same ones on, with the same times (`now`: when they ended). */
export interface SamplesPlayed {
  readonly now: string;
  /** Played to their end, or removed. */
  readonly done: boolean;
}

/** Null where none was ever begun. */
export async function samplesPlayed(database: Database): Promise<SamplesPlayed | null> {
  return (await readSetting(database, SETTING)) as SamplesPlayed | null;
}

export async function saveSamplesPlayed(database: Database, played: SamplesPlayed): Promise<void> {
  await database.transaction((tx) =>
    writeSetting(tx, SETTING, played, { transactionId: randomUUID(), at: played.now }),
  );
}
