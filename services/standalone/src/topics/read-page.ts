import type { TopicName } from '@redress/contracts';
import type { EventLog } from '@redress/event-log';
import type { PrintedRecord, RecordPage } from './topic-source.ts';

/** Records of one part. */
const MOST_RECORDS = 200;

/** Records of every partition after the positions given (`0:17,1:4`; `end`: none before now), and the positions after them. Null: no such place. */
export async function readPage(
  log: Pick<EventLog, 'partitions' | 'read' | 'end'>,
  topic: TopicName,
  from: string,
): Promise<RecordPage | null> {
  const given = new Map(
    from.split(',').map((place) => place.split(':').map(Number) as [number, number]),
  );
  const items: PrintedRecord[] = [];
  const next: string[] = [];
  for (let partition = 0; partition < log.partitions(topic); partition += 1) {
    let offset = from === 'end' ? await log.end(topic, partition) : (given.get(partition) ?? 0);
    if (!Number.isSafeInteger(offset) || offset < 0) return null;
    for await (const record of log.read(topic, partition, offset)) {
      if (items.length >= MOST_RECORDS) break;
      const { key, at, value, headers } = record;
      const event = value === null ? null : readValue(value);
      items.push({ topic, partition, offset: record.offset, at, key, headers, event });
      offset = record.offset + 1;
    }
    next.push(`${String(partition)}:${String(offset)}`);
  }
  return { items, next: next.join(',') };
}

/** An event as JSON; what is no JSON as text. */
function readValue(value: Uint8Array): unknown {
  const text = new TextDecoder().decode(value);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
