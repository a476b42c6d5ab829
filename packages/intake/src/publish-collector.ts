import type { EventLog, LogRecord } from '@redress/event-log';
import { RedressError, isRedressError } from '@redress/runtime';

type Written = Awaited<ReturnType<EventLog['publish']>>;

interface Waiting {
  readonly records: readonly LogRecord[];
  readonly done: (written: Written) => void;
  readonly failed: (reason: unknown) => void;
}

/** Records that may wait at once; beyond it the sender is asked to come again. */
const MOST_WAITING = 20_000;
/** Records of one write. */
const MOST_AT_ONCE = 2_000;

/**
 * Collects what is to be written while a write is under way into the next one, so that one sync to disk serves many senders.
 * Resolves when the caller's records are durable. Throws a retryable RedressError where the log is away or too much waits.
 */
export function createPublishCollector(
  log: EventLog,
): (records: readonly LogRecord[]) => Promise<Written> {
  const waiting: Waiting[] = [];
  let count = 0;
  let writing = false;

  const takeBatch = (): Waiting[] => {
    const batch: Waiting[] = [];
    let size = 0;
    while (
      waiting[0] !== undefined &&
      (size === 0 || size + waiting[0].records.length <= MOST_AT_ONCE)
    ) {
      const next = waiting.shift() as Waiting;
      size += next.records.length;
      batch.push(next);
    }
    count -= size;
    return batch;
  };

  const write = async (): Promise<void> => {
    writing = true;
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      try {
        const written = await log.publish(batch.flatMap(({ records }) => records));
        let from = 0;
        for (const { records, done } of batch) {
          done(written.slice(from, from + records.length));
          from += records.length;
        }
      } catch (thrown) {
        const reason = isRedressError(thrown) ? thrown : logUnavailable(thrown);
        for (const { failed } of batch) failed(reason);
      }
    }
    writing = false;
  };

  return (records) => {
    if (records.length === 0) return Promise.resolve([]);
    if (count + records.length > MOST_WAITING) {
      return Promise.reject(
        new RedressError(
          'REDRESS_INTAKE_FULL',
          'More feedback waits for the log than it takes. Send it again in a few seconds.',
          { retryable: true },
        ),
      );
    }
    return new Promise((done, failed) => {
      waiting.push({ records, done, failed });
      count += records.length;
      if (!writing) void write();
    });
  };
}

function logUnavailable(cause: unknown): RedressError {
  return new RedressError(
    'REDRESS_LOG_UNAVAILABLE',
    'The event log does not take records. Nothing was kept of this call; send it again.',
    { retryable: true, cause },
  );
}
