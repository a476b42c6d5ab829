import { existsSync } from 'node:fs';
import { DEFAULT_POLICY } from '@redress/contracts';
import { openEmbeddedLog } from '@redress/event-log';
import { readPolicy } from '@redress/console';
import { RedressError, systemClock } from '@redress/runtime';
import { holdsState, openDataFolder } from '@redress/store';
import type { Config } from '../config.ts';
import { rebuildFolder, type RebuiltFolder } from './rebuild-folder.ts';
import { tellProgress } from './tell-progress.ts';

/**
 * Makes the store of a folder again whose server is stopped. Throws REDRESS_DATA_FOLDER_IN_USE where one runs, REDRESS_USAGE where the log tells
 * nothing, so that a lost log never empties a store.
 */
export async function rebuildStopped(options: {
  readonly dataDirectory: string;
  readonly keep: boolean;
  readonly config: Config;
}): Promise<RebuiltFolder> {
  const { dataDirectory, keep, config } = options;
  if (!existsSync(dataDirectory)) throw nothing(dataDirectory);
  const clock = systemClock;
  const folder = await openDataFolder({ directory: dataDirectory });
  try {
    const log = openEmbeddedLog({ directory: folder.log, clock });
    try {
      if (!(await holdsState(log))) throw nothing(folder.directory);
      return await rebuildFolder({
        folder,
        log,
        policy:
          config.REDRESS_POLICY === undefined ? DEFAULT_POLICY : readPolicy(config.REDRESS_POLICY),
        clock,
        keep,
        onProgress: tellProgress(() => Date.parse(clock.now())),
      });
    } finally {
      await log.close();
    }
  } finally {
    await folder.close();
  }
}

function nothing(directory: string): RedressError {
  return new RedressError(
    'REDRESS_USAGE',
    `The log in ${directory} tells nothing that a store could be made from; name the data folder with --data-dir, or just start.`,
  );
}
