import { TOPICS } from '@redress/contracts';
import { RedressError } from '@redress/runtime';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { openTopicSource } from '../topics/open-topic-source.ts';
import { printTable } from '../topics/print-table.ts';
import type { LetterOutcome, ShownLetter, TopicSource } from '../topics/topic-source.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface Choice {
  readonly reason?: string;
  readonly topic?: string;
  readonly id?: readonly string[];
  readonly json?: boolean;
}

interface ListOptions extends Choice {
  readonly limit: number;
  readonly bytes?: boolean;
  readonly replayed?: boolean;
}

interface ReplayOptions extends Choice {
  readonly dryRun?: boolean;
  readonly again?: boolean;
}

const reason = () =>
  new Option('--reason <words>', 'those whose reason begins so, e.g. "newer version"');
const topic = () =>
  new Option('--topic <topic>', 'those that came from this topic').choices(Object.keys(TOPICS));
const id = (what: string) => new Option('--id <ids...>', what);
const json = () => new Option('--json', 'JSON lines in a terminal too');

/** `redress dead-letters list|replay`. */
export function addDeadLetters(program: Command): void {
  const letters = program
    .command('dead-letters')
    .description(
      'what could not be handled: look at it, put it back; asks Kafka where KAFKA_BROKERS is set and no --data-dir',
    );
  letters
    .command('list')
    .description('list dead letters, the newest first; never what is in them, unless asked for')
    .addOption(reason())
    .addOption(topic())
    .addOption(id('these alone'))
    .option('--replayed', 'those alone that were put back')
    .option('--no-replayed', 'those alone that were not put back')
    .option('--limit <count>', 'most that are listed', readLimit, 100)
    .option('--bytes', 'with what is in them, which may be what a customer said; JSON lines')
    .addOption(json())
    .addOption(dataDirectoryOption())
    .action(async (options: ListOptions, command: Command) => {
      await withSource(command, (source) => list(source, options));
    });
  letters
    .command('replay')
    .description(
      'put dead letters back where they came from, untouched; all that were not put back yet, or those chosen',
    )
    .addOption(reason())
    .addOption(topic())
    .addOption(id('these alone; tells of those that were put back before'))
    .option('--dry-run', 'say what would be put back, and leave it at that')
    .option('--again', 'put back those too that were put back before')
    .addOption(json())
    .addOption(dataDirectoryOption())
    .action(async (options: ReplayOptions, command: Command) => {
      await withSource(command, (source) => replay(source, options));
    });
}

async function withSource(
  command: Command,
  work: (source: TopicSource) => Promise<void>,
): Promise<void> {
  const source = await openTopicSource(command);
  try {
    await work(source);
  } finally {
    await source.close();
  }
}

async function list(source: TopicSource, options: ListOptions): Promise<void> {
  const { id: ids, bytes, limit, reason: words, topic: from, replayed } = options;
  const found =
    ids === undefined
      ? await source.letters({ reason: words, topic: from, replayed }, limit)
      : await all(source, ids);
  const asLines = options.json === true || bytes === true || !process.stdout.isTTY;
  if (!asLines) {
    process.stdout.write(tableOf(found));
    return;
  }
  for (const letter of found) {
    const whole = bytes === true && ids === undefined ? await source.letter(letter.id) : letter;
    const { bytes: content, text, ...plain } = whole ?? letter;
    const printed = bytes === true ? { ...plain, bytes: content, text } : plain;
    process.stdout.write(`${JSON.stringify(printed)}\n`);
  }
}

async function all(source: TopicSource, ids: readonly string[]): Promise<readonly ShownLetter[]> {
  const letters: ShownLetter[] = [];
  for (const one of ids) {
    const letter = await source.letter(one);
    if (letter === null)
      throw new RedressError('REDRESS_USAGE', `There is no dead letter of the id ${one}.`);
    letters.push(letter);
  }
  return letters;
}

async function replay(source: TopicSource, options: ReplayOptions): Promise<void> {
  const { id: ids, reason: words, topic: from, again = false, dryRun = false } = options;
  const counts = new Map<LetterOutcome['outcome'], number>();
  const asLines = options.json === true || !process.stdout.isTTY;
  for await (const outcome of source.replay(
    { ids, reason: words, topic: from },
    { again, dryRun },
  )) {
    counts.set(outcome.outcome, (counts.get(outcome.outcome) ?? 0) + 1);
    process.stdout.write(
      asLines
        ? `${JSON.stringify(outcome)}\n`
        : `${outcome.id}  ${outcome.outcome}: ${outcome.detail ?? outcome.reason}\n`,
    );
  }
  const told = [...counts].map(([outcome, count]) => `${String(count)} ${outcome}`);
  process.stderr.write(`${told.join(', ') || 'No dead letter is meant'}.\n`);
  if (counts.has('refused')) process.exitCode = 1;
}

function tableOf(letters: readonly ShownLetter[]): string {
  return printTable(
    ['when', 'from', 'group', 'attempts', 'bytes', 'put back', 'id', 'reason'],
    letters.map((letter) => [
      ...[letter.at, placeOf(letter), letter.group, letter.attempts, letter.size],
      ...[letter.replayedAt ?? 'no', letter.id, letter.reason],
    ]),
  );
}

function placeOf({ topic: from, partition, offset, queue }: ShownLetter): string {
  return queue === null
    ? `${from ?? '?'}/${String(partition)}/${String(offset)}`
    : `queue ${queue.name}`;
}

function readLimit(given: string): number {
  const limit = Number(given);
  if (!Number.isInteger(limit) || limit < 1)
    throw new InvalidArgumentError('must be a number, 1 or more.');
  return limit;
}
