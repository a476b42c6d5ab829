import type { Command } from 'commander';
import { dataDirectoryOption } from './data-directory-option.ts';

interface RebuildOptions {
  readonly dataDir: string;
  readonly keep: boolean;
}

/** `redress rebuild`: the store again, from the log alone. */
export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('make the store again from the event log; the server must be stopped')
    .addOption(dataDirectoryOption())
    .option('--no-keep', 'do not keep the store before beside the new one')
    .addHelpText(
      'after',
      `
Nothing is decided anew and no mail is sent for it: tasks, customers, owners, timelines, settings and tokens stand as they stood.
What was being sent when the store was lost becomes "unknown". Prints what was made as JSON; the exit code is 1 if a record had to be left out.
With KAFKA_BROKERS the log is Kafka’s; with DATABASE_URL the store is made in that database, which must be empty.`,
    )
    .action(async ({ dataDir, keep }: RebuildOptions) => {
      const { rebuildStopped } = await import('../rebuild/rebuild-stopped.ts');
      const { readConfig } = await import('../config.ts');
      const made = await rebuildStopped({ dataDirectory: dataDir, keep, config: readConfig() });
      for (const place of made.unreadable) process.stderr.write(`left out ${place}\n`);
      if (made.unreadable.length > 0) process.exitCode = 1;
      process.stdout.write(`${JSON.stringify({ ...made, unreadable: made.unreadable.length })}\n`);
    });
}
