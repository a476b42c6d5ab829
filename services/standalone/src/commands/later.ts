import type { Command } from 'commander';
import { RedressError } from '@redress/runtime';

/** Named in the interface and filled by a later version; not listed by `--help`. */
const LATER = ['channels', 'figure', 'report'];

/** Each answers with one sentence and exit code 2. */
export function addLater(program: Command): void {
  for (const name of LATER) {
    program
      .command(name, { hidden: true })
      .argument('[words...]')
      .allowUnknownOption()
      .helpOption(false)
      .action(() => {
        throw new RedressError(
          'REDRESS_USAGE',
          `\`redress ${name}\` comes with a later version; see --help for what there is.`,
        );
      });
  }
}
