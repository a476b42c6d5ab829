/** Text made comparable, with the way back: unit `i` of `text` stands for `starts[i]` to `ends[i]` of the original. */
export interface NormalText {
  readonly original: string;
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
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

/**
 * Lower case, Latin letters without diacritics, Arabic letters in one form and without vowel signs, western digits, plain quotes;
 * a letter written three times or more counts once. Works character by character, so that spans can be given in the original.
 */
export function normalise(original: string): NormalText {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  let run = 0;
  for (const character of original) {
    const start = at;
    at += character.length;
    const last = out.length - 1;
    if (DROPPED.test(character)) {
      // U+0306 on a Cyrillic и is a letter of its own, not a mark
      if (character === '\u0306' && out[last] === 'и') out[last] = 'й';
      if (last >= 0) ends[last] = at;
      continue;
    }
    const folded = fold(character);
    run = last >= 0 && out[last] === folded ? run + 1 : 1;
    if (run >= 3 && folded.length === 1 && LETTER.test(folded)) {
      if (run === 3) {
        out.pop();
        starts.pop();
        ends.pop();
      }
      ends[out.length - 1] = at;
      continue;
    }
    if (folded === 'เ' && out[last] === 'เ') {
      out[last] = 'แ';
      ends[last] = at;
      continue;
    }
    for (let unit = 0; unit < folded.length; unit += 1) {
      out.push(folded.charAt(unit));
      starts.push(start);
      ends.push(at);
    }
  }
  return { original, text: out.join(''), starts, ends };
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
