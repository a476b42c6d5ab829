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

/** What a list is sorted by, as it stands in a cursor. */
const KEYS = {
  timestamptz: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  smallint: /^\d$/,
} as const;

/** Reads a place back. Throws REDRESS_CURSOR_INVALID. */
export function decodeCursor(cursor: string, type: keyof typeof KEYS): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(place) && typeof place[0] === 'string' && typeof place[1] === 'string') {
      const [key, id] = place as [string, string];
      const readable =
        KEYS[type].test(key) && (type === 'smallint' || !Number.isNaN(Date.parse(key)));
      if (readable && !id.includes('\0')) return [key, id];
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
