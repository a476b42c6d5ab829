import { RedressError } from '@redress/runtime';

/** What is kept of a record beside its place. */
export interface RecordBody {
  readonly key: string;
  readonly value: Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly at: string;
}

const VERSION = 1;
const PREFIX_BYTES = 5;

/**
 * Bytes on disk, of our own making so that no library's change can make them unreadable:
 * version (1 byte), length of the head (4 bytes, big endian), head as JSON `[key, at, headers, 1 if a value follows]`, value.
 */
export function encodeRecord(record: RecordBody): Buffer {
  const head = Buffer.from(
    JSON.stringify([record.key, record.at, record.headers, record.value === null ? 0 : 1]),
  );
  const bytes = Buffer.allocUnsafe(PREFIX_BYTES + head.length + (record.value?.length ?? 0));
  bytes.writeUInt8(VERSION, 0);
  bytes.writeUInt32BE(head.length, 1);
  bytes.set(head, PREFIX_BYTES);
  if (record.value !== null) bytes.set(record.value, PREFIX_BYTES + head.length);
  return bytes;
}

/** Reads the bytes back; the value is a copy. Throws REDRESS_LOG_UNREADABLE for bytes of another layout. */
export function decodeRecord(bytes: Uint8Array): RecordBody {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < PREFIX_BYTES || buffer.readUInt8(0) !== VERSION) {
    throw new RedressError(
      'REDRESS_LOG_UNREADABLE',
      'The embedded log holds a record of another layout; run the version of Redress that wrote it.',
    );
  }
  const valueAt = PREFIX_BYTES + buffer.readUInt32BE(1);
  const [key, at, headers, hasValue] = JSON.parse(
    buffer.toString('utf8', PREFIX_BYTES, valueAt),
  ) as [string, string, Record<string, string>, 0 | 1];
  return {
    key,
    at,
    headers,
    value: hasValue === 1 ? new Uint8Array(buffer.subarray(valueAt)) : null,
  };
}
