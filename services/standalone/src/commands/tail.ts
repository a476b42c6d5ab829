import { TOPICS } from '@redress/contracts';
import { systemClock } from '@redress/runtime';
import { Argument, type Command } from 'commander';
import { askRedress, expectSuccess, type Redress } from '../server/ask-redress.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface TailOptions {
  readonly dataDir: string;
  readonly fromStart?: boolean;
  readonly follow: boolean;
}

const LOOK_EVERY_MS = 500;

/** `redress tail TOPIC`: records as JSON lines, as they come. */
export function addTail(program: Command): void {
  program
    .command('tail')
    .description(
      'print the records of a topic as JSON lines, as they come; they hold what customers said',
    )
    .addArgument(new Argument('<topic>', 'topic').choices(Object.keys(TOPICS)))
    .option('--from-start', 'begin with the oldest record that is kept')
    .option('--no-follow', 'end when all that is there is printed')
    .addOption(dataDirectoryOption())
    .action(async (topic: string, options: TailOptions) => {
      const redress = await askRedress(options.dataDir);
      try {
        // Without a server nothing new comes.
        await tail(redress, topic, { ...options, follow: options.follow && redress.served });
      } finally {
        await redress.close();
      }
    });
}

async function tail(redress: Redress, topic: string, options: TailOptions): Promise<void> {
  let from = options.fromStart === true || !options.follow ? '' : 'end';
  for (;;) {
    const answer = expectSuccess(
      await redress.ask('GET', `/v1/topics/${topic}/records?from=${from}`),
    ) as { items: readonly object[]; next: string };
    for (const item of answer.items) process.stdout.write(`${JSON.stringify(item)}\n`);
    from = answer.next;
    if (answer.items.length > 0) continue;
    if (!options.follow) return;
    await systemClock.sleep(LOOK_EVERY_MS);
  }
}
