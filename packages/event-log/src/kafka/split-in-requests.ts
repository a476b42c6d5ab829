import { positionKey, type LogRecord } from '../port.ts';
import { recordBytes } from './record-bytes.ts';

/**
 * Of one partition in one request. kafkajs makes one batch of them, which as a whole must not exceed max.message.bytes;
 * and it takes time by the square of their number.
 */
const MOST_BYTES = 768 * 1024;
const MOST_RECORDS = 1000;

/** Splits records into requests, in order; a record larger than the limit goes alone for its partition. */
export function inRequests(records: readonly LogRecord[]): readonly (readonly LogRecord[])[] {
  const requests: LogRecord[][] = [];
  let current: LogRecord[] = [];
  let filled = new Map<string, { bytes: number; count: number }>();
  for (const record of records) {
    const place = positionKey(record.topic, record.partition);
    const bytes = recordBytes(record);
    let fill = filled.get(place) ?? { bytes: 0, count: 0 };
    const full = fill.count >= MOST_RECORDS || fill.bytes + bytes > MOST_BYTES;
    if (fill.count > 0 && full) {
      requests.push(current);
      current = [];
      filled = new Map();
      fill = { bytes: 0, count: 0 };
    }
    filled.set(place, { bytes: fill.bytes + bytes, count: fill.count + 1 });
    current.push(record);
  }
  if (current.length > 0) requests.push(current);
  return requests;
}
