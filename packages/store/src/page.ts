import { RedressError } from '@redress/runtime';

/** Part of a list; `next` asks for the part after it, null at the end. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Place in a list: what it is ordered by, and the id that settles ties. */
export type Place = readonly [string, string];

/** Cuts what was read (one more than `limit`) to a page. */
export function pageOf<T>(read: readonly T[], limit: number, placeOf: (item: T) => Place): Page<T> {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return {
    items,
    next: read.length <= limit || last === undefined ? null : encodeCursor(placeOf(last)),
  };
}

/** Reads a place back. Throws REDRESS_CURSOR_INVALID. */
export function decodeCursor(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && typeof place[0] === 'string' && typeof place[1] === 'string') {
      return [place[0], place[1]];
    }
  } catch {
    // Said below.
  }
  throw new RedressError(
    'REDRESS_CURSOR_INVALID',
    '`after` is no place in this list. Pass `next` of the page before, unchanged.',
  );
}

function encodeCursor(place: Place): string {
  return Buffer.from(JSON.stringify(place), 'utf8').toString('base64url');
}
