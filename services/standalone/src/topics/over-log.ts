import type { TopicName } from '@redress/contracts';
import { putBack, type DeadLetter, type EventLog } from '@redress/event-log';
import { TOPOLOGY as NOTIFIER } from '@redress/notifier';
import { RedressError, type Clock } from '@redress/runtime';
import { TOPOLOGY as SCORER } from '@redress/scorer';
import { readDeadLetters } from './read-dead-letters.ts';
import { readPage } from './read-page.ts';
import type {
  GroupLag,
  LetterChoice,
  LetterOutcome,
  ShownLetter,
  TopicSource,
} from './topic-source.ts';

/** Dead letters put back in one go: each may be as large as a record can be. */
const AT_ONCE = 50;

/** The topics of a log itself, without a server or a store: what Kafka knows. */
export function overLog(log: EventLog, clock: Clock): TopicSource {
  return {
    live: true,
    async page(topic, from) {
      const page = await readPage(log, topic, from);
      if (page === null)
        throw new RedressError('REDRESS_USAGE', 'There is no such place in this topic.');
      return page;
    },
    lag: async () => [
      ...(await lagOf(log, SCORER.group, SCORER.consumes)),
      ...(await lagOf(log, NOTIFIER.group, NOTIFIER.consumes)),
    ],
    async letters({ replayed, ...choice }, limit) {
      const letters = (await readDeadLetters(log)).filter(
        (letter) =>
          isMeant(letter, choice) &&
          (replayed === undefined || (letter.replayedAt !== null) === replayed),
      );
      return letters
        .sort((a, b) => (a.at < b.at || (a.at === b.at && a.id < b.id) ? 1 : -1))
        .slice(0, limit)
        .map(shown);
    },
    async letter(id) {
      const letter = (await readDeadLetters(log)).find((one) => one.id === id);
      if (letter === undefined) return null;
      const bytes = letter.bytes === null ? null : Buffer.from(letter.bytes);
      return {
        ...shown(letter),
        bytes: bytes?.toString('base64') ?? null,
        text: bytes?.toString('utf8') ?? null,
      };
    },
    async *replay(choice, { again, dryRun }) {
      const letters = (await readDeadLetters(log)).filter(
        (letter) =>
          isMeant(letter, choice) &&
          (again || choice.ids !== undefined || letter.replayedAt === null),
      );
      for (let start = 0; start < letters.length; start += AT_ONCE) {
        const part = letters.slice(start, start + AT_ONCE);
        const wanted = part.filter(
          ({ queue, replayedAt }) => queue === null && (again || replayedAt === null),
        );
        if (!dryRun && wanted.length > 0) await putBack({ log, clock }, wanted);
        yield* part.map((letter) => outcomeOf(letter, wanted.includes(letter), dryRun));
      }
    },
    close: () => log.close(),
  };
}

async function lagOf(
  log: EventLog,
  group: string,
  topics: readonly TopicName[],
): Promise<readonly GroupLag[]> {
  return (await log.lag(group, topics)).map((lag) => ({ group, ...lag }));
}

function isMeant({ id, reason, topic }: DeadLetter, choice: LetterChoice): boolean {
  return (
    (choice.ids === undefined || choice.ids.includes(id)) &&
    (choice.reason === undefined || reason.startsWith(choice.reason)) &&
    (choice.topic === undefined || topic === choice.topic)
  );
}

function outcomeOf(letter: DeadLetter, wanted: boolean, dryRun: boolean): LetterOutcome {
  const told = { id: letter.id, reason: letter.reason };
  if (wanted) return { ...told, outcome: dryRun ? 'would be replayed' : 'replayed' };
  return letter.queue === null
    ? { ...told, outcome: 'replayed before' }
    : {
        ...told,
        outcome: 'refused',
        detail: `It came from the queue ${letter.queue.name} and could not be taken: look at it, correct it, and send it there again.`,
      };
}

function shown({ key: _, headers: __, bytes, ...letter }: DeadLetter): ShownLetter {
  return { ...letter, size: bytes?.length ?? 0 };
}
