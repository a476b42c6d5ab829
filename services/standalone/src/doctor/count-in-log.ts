import { expectSuccess, type Redress } from '../server/ask-redress.ts';

/** How many feedbacks the log has taken and nobody has erased. */
export interface LogCount {
  /** Of the records before the bound that was given. */
  readonly before: number;
  /** Of all records there are. */
  readonly all: number;
}

interface LogRecord {
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  /** Null: erased. Text: no event. */
  readonly event: unknown;
}

const RECEIVED = '/v1/topics/feedback.received.v1/records';

/** Where the log of received feedback ends now: a bound for `countInLog`. */
export async function endOfLog(redress: Redress): Promise<string> {
  return (await page(redress, 'end')).next;
}

/**
 * Counts feedback in the log itself, whatever the store says: each once whatever its revisions, an unreadable record by its place.
 * Reads the whole topic; a record at or after `bound` counts for `all` alone.
 */
export async function countInLog(redress: Redress, bound: string): Promise<LogCount> {
  const ends = new Map(
    bound.split(',').map((place) => place.split(':').map(Number) as [number, number]),
  );
  /** By key, for a tombstone of that key takes it away. */
  const named = new Map<string, { readonly name: string; readonly before: boolean }>();
  for (let from = ''; ;) {
    const { items, next } = await page(redress, from);
    if (items.length === 0) break;
    for (const record of items) {
      const key = `${String(record.partition)}/${record.key}`;
      if (record.event === null) named.delete(key);
      else if (!named.has(key))
        named.set(key, {
          name: nameOf(record),
          before: record.offset < (ends.get(record.partition) ?? 0),
        });
    }
    from = next;
  }
  const all = [...named.values()];
  return {
    before: new Set(all.filter(({ before }) => before).map(({ name }) => name)).size,
    all: new Set(all.map(({ name }) => name)).size,
  };
}

function nameOf({ partition, offset, event }: LogRecord): string {
  const data = typeof event === 'object' && event !== null && 'data' in event ? event.data : null;
  return typeof data === 'object' &&
    data !== null &&
    'feedbackId' in data &&
    typeof data.feedbackId === 'string'
    ? data.feedbackId
    : `${String(partition)}/${String(offset)}`;
}

async function page(
  redress: Redress,
  from: string,
): Promise<{ readonly items: readonly LogRecord[]; readonly next: string }> {
  const query = from === '' ? '' : `?from=${encodeURIComponent(from)}`;
  return expectSuccess(await redress.ask('GET', `${RECEIVED}${query}`)) as {
    items: readonly LogRecord[];
    next: string;
  };
}
