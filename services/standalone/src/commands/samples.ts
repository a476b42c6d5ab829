import type { Command } from 'commander';
import { askRedress, expectSuccess } from '../server/ask-redress.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

/** `redress samples remove`. */
export function addSamples(program: Command): void {
  const samples = program.command('samples').description('the sample stories of a new data folder');
  samples
    .command('remove')
    .description('take every sample away, here and from the log; prints how many of each kind')
    .addOption(dataDirectoryOption())
    .action(async ({ dataDir }: { dataDir: string }) => {
      const redress = await askRedress(dataDir);
      try {
        process.stdout.write(
          `${JSON.stringify(expectSuccess(await redress.ask('POST', '/v1/samples/remove')))}\n`,
        );
      } finally {
        await redress.close();
      }
    });
}
