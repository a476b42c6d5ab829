import { readDeadLetter } from '@redress/event-log';
import type { DeadLetter } from '@redress/store';

/** A dead letter as the store keeps it, or null where the bytes are none. */
export function readLetter(value: Uint8Array): DeadLetter | null {
  const read = readDeadLetter(value);
  return read.ok ? read.letter : null;
}
