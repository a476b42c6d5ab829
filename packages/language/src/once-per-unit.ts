/**
 * `tell` remembered for every UTF-16 code unit: Unicode is asked once about a letter, not at every place of every text.
 * What it tells is a whole number from 0 to 254.
 */
export function oncePerUnit(tell: (code: number) => number): (code: number) => number {
  // one more than was told, so that zero is what was not asked yet
  const known = new Uint8Array(65_536);
  return (code) => {
    const told = known[code] ?? 0;
    if (told > 0) return told - 1;
    const answer = tell(code);
    known[code] = answer + 1;
    return answer;
  };
}
