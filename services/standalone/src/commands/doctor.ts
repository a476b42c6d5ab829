import type { Command } from 'commander';
import { examine } from '../doctor/examine.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

/** `redress doctor`: what is well and what is not, with the way out. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look whether everything is well; says what is not, and the way out')
    .addOption(dataDirectoryOption())
    .action(async ({ dataDir }: { dataDir: string }) => {
      for await (const { ok, sentence } of examine(dataDir)) {
        if (!ok) process.exitCode = 1;
        process.stdout.write(`${ok ? 'ok   ' : 'WRONG'}  ${sentence}\n`);
      }
    });
}
