import { backoffDelay } from '@redress/runtime';
import type { Clock, Logger, Running } from '@redress/runtime';

export interface LoopOptions {
  readonly name: string;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Does what is there to do; answers how many milliseconds to wait before the next time (0: at once). */
  readonly step: (signal: AbortSignal) => Promise<number>;
}

/** Something done again and again. */
export interface Loop extends Running {
  /** Ends the present wait, or the next one where none is under way. */
  readonly wake: () => void;
}

/** Runs steps one after the other until stopped; a step that throws is logged and tried again, a little later each time. */
export function startLoop({ name, clock, logger, step }: LoopOptions): Loop {
  const stopping = new AbortController();
  let alarm = new AbortController();

  const wait = async (milliseconds: number): Promise<void> => {
    // Stopping rings the alarm too: a signal made of both for each wait would be kept for as long as they are.
    await clock.sleep(milliseconds, alarm.signal);
    if (alarm.signal.aborted) alarm = new AbortController();
  };

  const run = async (): Promise<void> => {
    for (let failures = 0; !stopping.signal.aborted;) {
      try {
        const pause = await step(stopping.signal);
        failures = 0;
        if (pause > 0) await wait(pause);
      } catch (err) {
        failures += 1;
        logger.warn({ err, loop: name, failures }, 'loop step failed');
        await clock.sleep(backoffDelay(failures, { random: Math.random }), stopping.signal);
      }
    }
  };

  const running = run();
  return {
    wake: () => {
      alarm.abort();
    },
    async stop() {
      stopping.abort();
      alarm.abort();
      await running;
    },
  };
}
