import type { Clock, Logger, Running } from '@redress/runtime';
import type { Database } from './queryable.ts';

/** Time between two measurements: clocks of machines drift by milliseconds a minute at most. */
const MEASURE_EVERY_MS = 60_000;

export interface ServerClock extends Clock, Running {}

/**
 * The server's time by a measured offset, so that processes on machines whose clocks differ agree on what is due. Measured at once and every minute
 * (half of the way there and back is taken off); where a measurement fails, the last one holds. It is the one place that asks SQL for the time.
 */
export async function startServerClock({
  database,
  machine,
  logger,
}: {
  readonly database: Database;
  readonly machine: Clock;
  readonly logger: Logger;
}): Promise<ServerClock> {
  const stopping = new AbortController();
  const measure = async (): Promise<number> => {
    const before = Date.parse(machine.now());
    const { rows } = await database.query<{ at: string }>('SELECT clock_timestamp() AS at');
    const after = Date.parse(machine.now());
    return Date.parse(rows[0]?.at ?? machine.now()) - (before + after) / 2;
  };
  let offset = await measure();
  const keepMeasuring = async (): Promise<void> => {
    for (;;) {
      await machine.sleep(MEASURE_EVERY_MS, stopping.signal);
      if (stopping.signal.aborted) return;
      try {
        offset = await measure();
      } catch (err) {
        logger.warn({ err }, 'the clock of the store cannot be read anew');
      }
    }
  };
  const measuring = keepMeasuring();
  return {
    now: () => new Date(Date.parse(machine.now()) + offset).toISOString(),
    sleep: (milliseconds, signal) => machine.sleep(milliseconds, signal),
    async stop() {
      stopping.abort();
      await measuring;
    },
  };
}
