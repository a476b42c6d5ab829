import { TOPICS } from '@redress/contracts';
import type { TopicName } from '@redress/contracts';
import { putBack } from '@redress/event-log';
import type { DeadLetter } from '@redress/event-log';
import { findDeadLetters, markReplayed } from '@redress/store';
import type { DeadLetterFilter, DeadLetter as StoredDeadLetter } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';

/** Dead letters of one part: each may be as large as a record can be. */
const AT_ONCE = 50;

export interface ReplayRequest extends Pick<DeadLetterFilter, 'ids' | 'reason' | 'topic'> {
  /** Those that were put back before too. */
  readonly again: boolean;
  readonly dryRun: boolean;
  /** `next` of the part before. */
  readonly after?: string | undefined;
}

/** What became of one: put back (or would be), put back before, or refused with the way out. */
export interface ReplayedLetter {
  readonly id: string;
  readonly outcome: 'replayed' | 'would be replayed' | 'replayed before' | 'refused';
  readonly reason: string;
  readonly detail?: string;
}

/** Puts back a part of the dead letters that are meant, and says what became of each. */
export async function replayLetters(
  deps: Pick<ConsoleDependencies, 'database' | 'log' | 'clock' | 'logger'>,
  { ids, reason, topic, again, dryRun, after }: ReplayRequest,
): Promise<{ readonly items: readonly ReplayedLetter[]; readonly next: string | null }> {
  const { database, logger } = deps;
  // Who names ids is told of those that were put back before.
  const replayed = again || ids !== undefined ? undefined : false;
  const found = await findDeadLetters(database, {
    ...{ ids, reason, topic, replayed },
    afterId: after,
    limit: AT_ONCE + 1,
  });
  const letters = found.slice(0, AT_ONCE);
  const wanted = letters.flatMap((stored) => {
    const letter = again || stored.replayedAt === null ? ofATopic(stored) : null;
    return letter === null ? [] : [letter];
  });
  if (!dryRun && wanted.length > 0) {
    const at = await putBack(deps, wanted);
    await markReplayed(
      database,
      wanted.map(({ id }) => id),
      at,
    );
    logger.warn({ letters: wanted.length }, 'dead letters put back');
  }
  const done = new Set(wanted.map(({ id }) => id));
  return {
    items: letters.map((stored): ReplayedLetter => {
      const told = { id: stored.id, reason: stored.reason };
      if (done.has(stored.id))
        return { ...told, outcome: dryRun ? 'would be replayed' : 'replayed' };
      return ofATopic(stored) === null
        ? { ...told, outcome: 'refused', detail: wayOut(stored) }
        : { ...told, outcome: 'replayed before' };
    }),
    next: found.length > AT_ONCE ? (letters.at(-1)?.id ?? null) : null,
  };
}

/** A dead letter that has a place to be put back to, or null. */
function ofATopic(stored: StoredDeadLetter): DeadLetter | null {
  const { topic, partition, offset } = stored;
  if (topic === null || partition === null || offset === null || !isTopic(topic)) return null;
  return { ...stored, topic, partition, offset, queue: null };
}

function isTopic(name: string): name is TopicName {
  return Object.hasOwn(TOPICS, name);
}

function wayOut({ queue, topic }: StoredDeadLetter): string {
  return queue === null
    ? `It came from ${topic ?? 'a place'} that this release does not know: put it back with the release that does.`
    : `It came from the queue ${queue.name} and could not be taken: look at it, correct it, and send it there or to POST /v1/feedback again.`;
}
