import type { LogRecord } from '../port.ts';

/** Head of a batch, and of a record in it at most (lengths, deltas, attributes). */
const BATCH_HEAD = 61;
const RECORD_HEAD = 32;
const HEADER_HEAD = 10;

/** Bytes of a record alone in a batch, at most: what a broker compares with max.message.bytes. */
export function recordBytes({ key, value, headers }: LogRecord): number {
  let bytes = BATCH_HEAD + RECORD_HEAD + Buffer.byteLength(key) + (value?.length ?? 0);
  for (const [name, text] of Object.entries(headers ?? {}))
    bytes += HEADER_HEAD + Buffer.byteLength(name) + Buffer.byteLength(text);
  return bytes;
}
