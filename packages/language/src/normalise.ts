/** Text made comparable, with the way back: unit `i` of `text` stands for `starts[i]` to `ends[i]` of the original. */
export interface NormalText {
  readonly original: string;
  readonly text: string;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const REPLACED: Readonly<Record<string, string>> = {
  ё: 'е',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '؟': '?',
  '،': ',',
  '؛': ';',
  '٫': '.',
  '٬': ',',
  '。': '.',
  '！': '!',
  '？': '?',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
  '\t': ' ',
  '\r': ' ',
};

/** Marks without a meaning of their own: Arabic vowel signs and tatweel, zero-width characters, soft hyphen, variation selectors. */
const DROPPED =
  /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u2060\ufeff\u00ad\ufe0e\ufe0f\u0300-\u036f]/u;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;

function digitOf(code: number): string | null {
  for (const zero of [0x0660, 0x06f0, 0x0e50, 0x0966, 0xff10]) {
    if (code >= zero && code <= zero + 9) return String(code - zero);
  }
  return null;
}

function fold(character: string): string {
  const lower = character.toLowerCase();
  const replaced = REPLACED[lower];
  if (replaced !== undefined) return replaced;
  const digit = digitOf(lower.codePointAt(0) ?? 0);
  if (digit !== null) return digit;
  if (LATIN.test(lower)) return lower.normalize('NFKD').replace(/[\u0300-\u036f]/gu, '');
  return lower;
}

const PAGE = 256;
const IS_LETTER = 1;
const IS_DROPPED = 2;
const BREVE = 0x0306;
const CYRILLIC_I = 0x0438;
const CYRILLIC_SHORT_I = 0x0439;
const THAI_E = 0x0e40;
const THAI_AE = 0x0e41;
/** More than any one character folds to. */
const LONGEST_FOLD = 32;

/** What 256 characters fold to. Asking Unicode about every letter of every text was most of the time here. */
interface Page {
  /** The one unit a character folds to; -1 where it is another number of units. */
  readonly units: Int32Array;
  readonly folded: readonly string[];
  readonly kinds: Uint8Array;
}

const pages = new Array<Page | undefined>(PAGE);

function makePage(number: number): Page {
  const characters = Array.from({ length: PAGE }, (_, at) =>
    String.fromCharCode(number * PAGE + at),
  );
  const folded = characters.map(fold);
  const kinds = characters.map(
    (character, at) =>
      (LETTER.test(folded[at] ?? '') ? IS_LETTER : 0) | (DROPPED.test(character) ? IS_DROPPED : 0),
  );
  return {
    units: Int32Array.from(folded, (each) => (each.length === 1 ? each.charCodeAt(0) : -1)),
    folded,
    kinds: Uint8Array.from(kinds),
  };
}

// written anew by every call; what a caller gets is a copy
let units = new Uint16Array(1024);
let starts = new Int32Array(1024);
let ends = new Int32Array(1024);

function makeRoom(length: number): void {
  if (length <= units.length) return;
  const grown = { units, starts, ends };
  units = new Uint16Array(length * 2);
  starts = new Int32Array(length * 2);
  ends = new Int32Array(length * 2);
  units.set(grown.units);
  starts.set(grown.starts);
  ends.set(grown.ends);
}

const POOL = 65_536;
let pool = new Int32Array(POOL);
let taken = 0;

/** A copy in a pool that many texts share: a buffer for each would cost more than to read the text. */
function copyOf(offsets: Int32Array, length: number): Int32Array {
  if (length > POOL) return offsets.slice(0, length);
  if (taken + length > POOL) {
    pool = new Int32Array(POOL);
    taken = 0;
  }
  const copy = pool.subarray(taken, taken + length);
  copy.set(offsets.subarray(0, length));
  taken += length;
  return copy;
}

// bytes of the units: a string is made of them at once, of one byte a character where that is enough
function textOf(length: number): string {
  let all = 0;
  for (let at = 0; at < length; at += 1) all |= units[at] ?? 0;
  if (all > 0xff) return Buffer.from(units.buffer, 0, length * 2).toString('utf16le');
  return Buffer.from(units.subarray(0, length)).toString('latin1');
}

/**
 * Lower case, Latin letters without diacritics, Arabic letters in one form and without vowel signs, western digits, plain quotes;
 * a letter written three times or more counts once. Works character by character, so that spans can be given in the original.
 */
export function normalise(original: string): NormalText {
  let length = 0;
  let run = 0;
  let at = 0;
  while (at < original.length) {
    const start = at;
    const code = original.charCodeAt(at);
    const pair = code >= 0xd800 && code < 0xdc00 && (original.codePointAt(at) ?? 0) > 0xffff;
    at += pair ? 2 : 1;
    makeRoom(length + LONGEST_FOLD);
    const last = length - 1;
    const page = (pages[code >> 8] ??= makePage(code >> 8));
    let kind = page.kinds[code & 0xff] ?? 0;
    let unit = page.units[code & 0xff] ?? -1;
    let folded = '';
    if (pair) {
      folded = fold(original.slice(start, at));
      kind = LETTER.test(folded) ? IS_LETTER : 0;
      unit = folded.length === 1 ? folded.charCodeAt(0) : -1;
    } else if (unit === -1) folded = page.folded[code & 0xff] ?? '';
    if ((kind & IS_DROPPED) !== 0) {
      // U+0306 on a Cyrillic и is a letter of its own, not a mark
      if (code === BREVE && last >= 0 && units[last] === CYRILLIC_I) units[last] = CYRILLIC_SHORT_I;
      if (last >= 0) ends[last] = at;
      continue;
    }
    if (unit === -1) {
      run = 1;
      for (let each = 0; each < folded.length; each += 1) {
        units[length] = folded.charCodeAt(each);
        starts[length] = start;
        ends[length] = at;
        length += 1;
      }
      continue;
    }
    run = last >= 0 && units[last] === unit ? run + 1 : 1;
    if (run >= 3 && (kind & IS_LETTER) !== 0) {
      if (run === 3) length -= 1;
      if (length > 0) ends[length - 1] = at;
      continue;
    }
    if (unit === THAI_E && last >= 0 && units[last] === THAI_E) {
      units[last] = THAI_AE;
      ends[last] = at;
      continue;
    }
    units[length] = unit;
    starts[length] = start;
    ends[length] = at;
    length += 1;
  }
  return {
    original,
    text: textOf(length),
    starts: copyOf(starts, length),
    ends: copyOf(ends, length),
  };
}

/** The words of the original that stand behind `start` to `end` of the normalised text. */
export function originalSpan(
  normal: NormalText,
  start: number,
  end: number,
): { text: string; start: number; end: number } {
  const from = normal.starts[start] ?? normal.original.length;
  const to = end > start ? (normal.ends[end - 1] ?? normal.original.length) : from;
  return { text: normal.original.slice(from, to), start: from, end: to };
}
