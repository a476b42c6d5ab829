/** NUL and surrogates without their partner: no store keeps them and no reader shows them. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

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
