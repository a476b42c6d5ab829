import { backoffDelay } from '@redress/runtime';
import type { Clock, Logger } from '@redress/runtime';

/** Whether messages may be taken: only while the log answers, so that its absence uses up no receives. */
export interface LogGate {
  /** Resolves when the log answers, at once where nobody doubts it; or when the signal aborts. */
  passed(): Promise<void>;
  /** Asks the log. False closes the gate until it answers again. */
  check(): Promise<boolean>;
  /** Why it is closed; null while it is open. */
  reason(): string | null;
}

export interface LogGateDependencies {
  /** Resolves if the log answers. */
  readonly ping: () => Promise<void>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** A gate that is closed until the log has answered once. */
export function createLogGate(deps: LogGateDependencies): LogGate {
  const { ping, clock, logger, random, signal } = deps;
  let open = false;
  let opening: Promise<void> | null = null;

  const answers = async (): Promise<boolean> => {
    try {
      await ping();
      return true;
    } catch (err) {
      logger.warn({ err }, 'the log does not answer');
      return false;
    }
  };
  const untilItAnswers = async (): Promise<void> => {
    for (let tries = 1; !signal.aborted; tries += 1) {
      open = await answers();
      if (open) break;
      await clock.sleep(backoffDelay(tries, { random }), signal);
    }
    opening = null;
  };

  return {
    async passed() {
      if (!open) await (opening ??= untilItAnswers());
    },
    async check() {
      open = await answers();
      return open;
    },
    reason: () => (open ? null : 'the log does not answer'),
  };
}
