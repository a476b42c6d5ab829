const CUT_MARK = '… [cut]';

/** The text, or its beginning and a marker, `limit` UTF-16 units at most; a pair of surrogates is never parted. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = text.slice(0, limit - CUT_MARK.length);
  return `${/[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept}${CUT_MARK}`;
}
