import { accessSync, constants, statSync } from 'node:fs';
import { RedressError } from './redress-error.ts';

/** Throws REDRESS_USAGE with a sentence where a file cannot be read. */
export function checkFile(file: string): void {
  try {
    if (statSync(file).isDirectory())
      throw new RedressError('REDRESS_USAGE', `${file} is a folder; name a file.`);
    accessSync(file, constants.R_OK);
  } catch (thrown) {
    if (thrown instanceof RedressError) throw thrown;
    throw new RedressError(
      'REDRESS_USAGE',
      `${file} cannot be read; check the path and its rights.`,
      { cause: thrown },
    );
  }
}
