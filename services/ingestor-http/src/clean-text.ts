/** NUL and surrogates without their partner: no store keeps them and no reader shows them. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

const CUT_MARK = '… [cut]';

/** A value with every string in it made storable, and how many characters were replaced by U+FFFD. Only for plain, validated data. */
export function withoutUnstorable<T>(value: T): { readonly value: T; readonly replaced: number } {
  let replaced = 0;
  const clean = (part: unknown): unknown => {
    if (typeof part === 'string') {
      return part.replace(UNSTORABLE, () => {
        replaced += 1;
        return '\uFFFD';
      });
    }
    if (Array.isArray(part)) return part.map(clean);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([key, member]) => [clean(key), clean(member)]),
    );
  };
  return { value: clean(value) as T, replaced };
}

/** The text, or its beginning and a marker, `limit` UTF-16 units at most; a pair of surrogates is never parted. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - CUT_MARK.length);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${CUT_MARK}`;
}
