import { isRedressError } from '@redress/runtime';
import type { Logger } from '@redress/runtime';
import type { QueueMessage } from '@redress/work-queue';
import type { MessageOutcome } from './handlers/feedback-message.ts';

export interface SettleDependencies {
  readonly handle: (messages: readonly QueueMessage[]) => Promise<readonly MessageOutcome[]>;
  /** Whether the log answers; where it does not, no more messages are received until it does. */
  readonly answers: () => Promise<boolean>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/**
 * Hands the messages of one receive to the handler. Where it fails for all of them while the log answers, one of them may be at fault: each is handed
 * over alone, and only those that fail alone come again. Never throws; one outcome for each, in order.
 */
export async function settleMessages(
  messages: readonly QueueMessage[],
  deps: SettleDependencies,
): Promise<readonly MessageOutcome[]> {
  const together = await attempt(messages, deps);
  if (together.ok) return together.outcomes;
  let alive = await deps.answers();
  if (messages.length === 1) return [together.again];
  const outcomes: MessageOutcome[] = [];
  for (const message of messages) {
    if (!alive || deps.signal.aborted) {
      outcomes.push(together.again);
      continue;
    }
    const alone = await attempt([message], deps);
    outcomes.push(...(alone.ok ? alone.outcomes : [alone.again]));
    if (!alone.ok) alive = await deps.answers();
  }
  return outcomes;
}

type Attempt =
  | { readonly ok: true; readonly outcomes: readonly MessageOutcome[] }
  | { readonly ok: false; readonly again: MessageOutcome };

async function attempt(
  messages: readonly QueueMessage[],
  { handle, logger }: SettleDependencies,
): Promise<Attempt> {
  try {
    return { ok: true, outcomes: await handle(messages) };
  } catch (err) {
    logger.warn({ err, count: messages.length }, 'messages could not be taken');
    const reason = isRedressError(err) ? err.code : 'the ingestor failed';
    return { ok: false, again: { kind: 'again', reason } };
  }
}
