import { TOPICS, type TopicName } from '@redress/contracts';
import { systemClock } from '@redress/runtime';
import { Argument, InvalidArgumentError, type Command } from 'commander';
import { openTopicSource } from '../topics/open-topic-source.ts';
import type { PrintedRecord, TopicSource } from '../topics/topic-source.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface TailOptions {
  readonly fromStart?: boolean;
  readonly follow: boolean;
  readonly key?: string;
  readonly partition?: number;
  readonly since?: string;
  readonly headersOnly?: boolean;
}

const LOOK_EVERY_MS = 500;

/** `redress tail TOPIC`: records as JSON lines, as they come. */
export function addTail(program: Command): void {
  program
    .command('tail')
    .description(
      'print the records of a topic as JSON lines, as they come; they hold what customers said; asks Kafka where KAFKA_BROKERS is set and no --data-dir',
    )
    .addArgument(new Argument('<topic>', 'topic').choices(Object.keys(TOPICS)))
    .option('--from-start', 'begin with the oldest record that is kept')
    .option('--no-follow', 'end when all that is there is printed')
    .option('--key <key>', 'records of this key alone')
    .option('--partition <number>', 'records of this partition alone', readPartition)
    .option(
      '--since <instant>',
      'records written at or after this instant alone, e.g. 2026-11-22T09:00:00Z; begins with the oldest',
      readInstant,
    )
    .option('--headers-only', 'leave out what is in them: no customer’s words')
    .addOption(dataDirectoryOption())
    .action(async (topic: TopicName, options: TailOptions, command: Command) => {
      const source = await openTopicSource(command);
      try {
        await tail(source, topic, options);
      } finally {
        await source.close();
      }
    });
}

async function tail(source: TopicSource, topic: TopicName, options: TailOptions): Promise<void> {
  // Where nobody else writes nothing new comes.
  const follow = options.follow && source.live;
  const whole = options.fromStart === true || options.since !== undefined || !follow;
  for (let from = whole ? '' : 'end'; ;) {
    const page = await source.page(topic, from);
    for (const item of page.items) {
      if (isWanted(item, options))
        process.stdout.write(`${JSON.stringify(printed(item, options))}\n`);
    }
    from = page.next;
    if (page.items.length > 0) continue;
    if (!follow) return;
    await systemClock.sleep(LOOK_EVERY_MS);
  }
}

function isWanted({ key, partition, at }: PrintedRecord, options: TailOptions): boolean {
  return (
    (options.key === undefined || key === options.key) &&
    (options.partition === undefined || partition === options.partition) &&
    (options.since === undefined || at >= options.since)
  );
}

function printed({ event, ...place }: PrintedRecord, { headersOnly }: TailOptions): object {
  return headersOnly === true ? { ...place, erased: event === null } : { ...place, event };
}

function readPartition(given: string): number {
  const partition = Number(given);
  if (!Number.isInteger(partition) || partition < 0)
    throw new InvalidArgumentError('must be a partition, 0 or more.');
  return partition;
}

function readInstant(given: string): string {
  const time = Date.parse(given);
  if (Number.isNaN(time))
    throw new InvalidArgumentError('must be an instant, e.g. 2026-11-22T09:00:00Z.');
  return new Date(time).toISOString();
}
