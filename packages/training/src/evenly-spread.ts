/** At most so many of the rows, evenly spread over all of them; always the same ones. */
export function evenlySpread<T>(rows: readonly T[], most: number): T[] {
  const step = Math.max(1, rows.length / most);
  return Array.from(
    { length: Math.min(most, rows.length) },
    (_, at) => rows[Math.floor(at * step)] as T,
  );
}
