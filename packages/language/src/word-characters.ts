const RANGES: readonly (readonly [number, number])[] = [
  [0x61, 0x7a],
  [0xaa, 0xba],
  [0xc0, 0x2af],
  [0x370, 0x669],
  [0x66e, 0x6d3],
  [0x6d5, 0x1fff],
  [0x2c00, 0x2dff],
  [0x3040, 0xd7ff],
];

const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, '0')}`;

/** Letters of normalised text as plain ranges: \p{L} is hundreds of ranges wherever it is written, and compiling those took seconds a lexicon. */
export const LETTERS = RANGES.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('');
export const WORD = `${LETTERS}0-9`;

const LETTER = 2;
const kinds = new Uint8Array(65_536);
for (const [from, to] of RANGES) kinds.fill(LETTER, from, to + 1);
kinds.fill(1, 0x30, 0x3a);

/** Whether the unit is of `WORD`. */
export function isWord(code: number): boolean {
  return (kinds[code] ?? 0) > 0;
}

/** Whether the unit is of `LETTERS`. */
export function isLetter(code: number): boolean {
  return kinds[code] === LETTER;
}
