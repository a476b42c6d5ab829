import { InvalidArgumentError, type Command } from 'commander';
import { openTopicSource } from '../topics/open-topic-source.ts';
import { printTable } from '../topics/print-table.ts';
import type { GroupLag } from '../topics/topic-source.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface LagOptions {
  readonly json?: boolean;
  readonly max?: number;
}

/** `redress lag`: how far behind each stage is. */
export function addLag(program: Command): void {
  program
    .command('lag')
    .description(
      'print how far behind each stage is: a table in a terminal, otherwise a JSON line per partition; asks Kafka where KAFKA_BROKERS is set and no --data-dir',
    )
    .option('--json', 'JSON lines in a terminal too')
    .option(
      '--max <records>',
      'end with exit code 1 where a stage is further behind, for monitoring',
      readCount,
    )
    .addOption(dataDirectoryOption())
    .action(async ({ json, max }: LagOptions, command: Command) => {
      const source = await openTopicSource(command);
      try {
        const items = await source.lag();
        process.stdout.write(
          json === true || !process.stdout.isTTY
            ? items.map((item) => `${JSON.stringify(item)}\n`).join('')
            : tableOf(items),
        );
        for (const [group, lag] of totals(items)) {
          if (max === undefined || lag <= max) continue;
          process.exitCode = 1;
          process.stderr.write(
            `redress: ${group} is behind by ${String(lag)}, more than ${String(max)}.\n`,
          );
        }
      } finally {
        await source.close();
      }
    });
}

function tableOf(items: readonly GroupLag[]): string {
  const rows = items.map(({ group, topic, partition, position, end, lag }) => [
    ...[group, topic, partition, position, end, lag],
  ]);
  const total = items.reduce((sum, { lag }) => sum + lag, 0);
  return printTable(
    ['group', 'topic', 'partition', 'position', 'end', 'lag'],
    [...rows, ['total', '', '', '', '', total]],
  );
}

function totals(items: readonly GroupLag[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { group, lag } of items) sums.set(group, (sums.get(group) ?? 0) + lag);
  return sums;
}

function readCount(given: string): number {
  const count = Number(given);
  if (!Number.isInteger(count) || count < 0)
    throw new InvalidArgumentError('must be a number of records, 0 or more.');
  return count;
}
