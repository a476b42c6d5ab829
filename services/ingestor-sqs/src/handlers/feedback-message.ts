import { deadMessageRecord } from '@redress/event-log';
import type { EventLog } from '@redress/event-log';
import type { IngestResult, Ingestor } from '@redress/intake';
import type { Clock, Logger } from '@redress/runtime';
import type { QueueMessage } from '@redress/work-queue';
import { readMessage } from '../read-message.ts';
import { TOPOLOGY } from '../topology.ts';

/** What became of a message: done with (in the log, as feedback or as a dead letter), or to come again. */
export type MessageOutcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'put-aside' }
  | { readonly kind: 'again'; readonly reason: string };

export interface FeedbackMessageDependencies {
  readonly ingestor: Ingestor;
  readonly log: Pick<EventLog, 'publish' | 'partitions'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Name of the queue, for dead letters. */
  readonly queue: string;
}

/** A message that is not to be accepted, and why. */
interface Refused {
  readonly message: QueueMessage;
  /** In a few fixed words; the reason names fields. */
  readonly told: string;
  readonly reason: string;
}

const REASON_LENGTH = 1_000;

/**
 * Takes the messages of one receive: one outcome for each, in order, each for itself. What was accepted is durable in the log; what was not is there too,
 * as a dead letter with its bytes untouched. Throws what the ingestor throws, and then nothing is known of any of them.
 */
export function createFeedbackMessageHandler(
  deps: FeedbackMessageDependencies,
): (messages: readonly QueueMessage[]) => Promise<readonly MessageOutcome[]> {
  return async (messages) => {
    const contents = messages.map(({ body }) => readMessage(body));
    const results = await deps.ingestor.take(
      contents.flatMap((content) => (content.kind === 'feedback' ? content.inputs : [])),
    );
    let next = 0;
    const refused = new Map<QueueMessage, Refused>();
    for (const [index, message] of messages.entries()) {
      const content = contents[index];
      if (content?.kind === 'feedback') {
        const own = results.slice(next, (next += content.inputs.length));
        const reason = describeRefusals(own);
        if (reason !== null) refused.set(message, { message, told: 'refused', reason });
      } else if (content !== undefined) {
        refused.set(message, { message, ...content });
      }
    }
    const kept = await putAside([...refused.values()], deps);
    return messages.map((message) => (refused.has(message) ? kept : { kind: 'accepted' }));
  };
}

/** All of them or none: a dead letter that is written twice is the same one. */
async function putAside(
  refused: readonly Refused[],
  { log, clock, logger, queue }: FeedbackMessageDependencies,
): Promise<MessageOutcome> {
  if (refused.length === 0) return { kind: 'put-aside' };
  const partitions = log.partitions('dead-letters.v1');
  try {
    await log.publish(
      refused.map(({ message: { id, body, receiveCount }, reason }) =>
        deadMessageRecord(
          { queue, messageId: id, body: new TextEncoder().encode(body) },
          {
            group: TOPOLOGY.group,
            reason: reason.slice(0, REASON_LENGTH),
            attempts: receiveCount,
            at: clock.now(),
          },
          partitions,
        ),
      ),
    );
  } catch (err) {
    logger.warn({ err, count: refused.length }, 'messages could not be put aside');
    return { kind: 'again', reason: 'the log takes no dead letters' };
  }
  for (const { message, told } of refused) {
    logger.warn({ message: message.id, reason: told }, 'message put aside');
  }
  return { kind: 'put-aside' };
}

/** Why not all feedbacks of a message were accepted; null where all were. The names of attributes are the source's own and are left out. */
function describeRefusals(results: readonly IngestResult[]): string | null {
  const problems = results.flatMap((result, index) =>
    result.ok
      ? []
      : result.problems.map(({ field, message }) => {
          const known = field.replace(/^attributes\..*$/s, 'attributes');
          const path = results.length === 1 ? known : `${String(index)}.${known}`;
          return `${path.replace(/\.$/, '') || '(whole)'} ${message}`;
        }),
  );
  if (problems.length === 0) return null;
  const refused = results.filter(({ ok }) => !ok).length;
  const which =
    results.length === 1 ? '' : `${String(refused)} of ${String(results.length)} are refused: `;
  return `${which}${problems.join('; ')}`;
}
