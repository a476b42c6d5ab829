import { applyTopics, type AppliedTopic } from '@redress/event-log';
import { InvalidArgumentError, type Command } from 'commander';
import { readKafkaConfig } from '../config.ts';

interface ApplyOptions {
  readonly partitions?: number;
  readonly replication?: number;
  readonly dryRun?: boolean;
}

const DONE = { make: 'made', change: 'changed', leave: 'left' } as const;
const WOULD = { make: 'would make', change: 'would change', leave: 'would leave' } as const;

/** `redress topics apply`: the topics in Kafka as the program needs them. */
export function addTopics(program: Command): void {
  program
    .command('topics')
    .description('the topics in Kafka')
    .command('apply')
    .description(
      'make the topics in Kafka (KAFKA_BROKERS), or change them to what this version needs; may be run again at any time',
    )
    .option(
      '--partitions <n>',
      'partitions of the feedback topics: as many processes of a service share the work; can be raised later, never lowered',
      wholeNumber,
    )
    .option(
      '--replication <n>',
      'copies of each new topic on different brokers; without it 3, or as many as there are brokers',
      wholeNumber,
    )
    .option('--dry-run', 'only print what would be done')
    .action(async (options: ApplyOptions) => {
      const applied = await applyTopics({ config: readKafkaConfig(), ...options });
      const words = options.dryRun === true ? WOULD : DONE;
      process.stdout.write(table(applied, words));
      for (const { name, notes } of applied)
        for (const note of notes) process.stderr.write(`${name}: ${note}\n`);
    });
}

function table(
  applied: readonly AppliedTopic[],
  words: Readonly<Record<AppliedTopic['action'], string>>,
): string {
  const rows = [
    ['TOPIC', 'PARTITIONS', 'DONE', 'WHAT'],
    ...applied.map(({ name, partitions, action, changes }) => [
      name,
      String(partitions),
      words[action],
      changes.join(', '),
    ]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map(
      (row) =>
        `${row
          .map((cell, column) => cell.padEnd(widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1)
    throw new InvalidArgumentError('must be a whole number from 1.');
  return number;
}
