import type { NormalText } from '../normalise.ts';
import { originalSpan } from '../normalise.ts';
import type { Span } from '../span.ts';
import { overlaps } from '../span.ts';
import { isWord } from '../word-characters.ts';
import type { CompetitorReader } from './competitor-reader.ts';
import { competitorReaderOf } from './competitor-reader.ts';
import type { ListedCompetitor, WantedName } from './listed-competitor.ts';
import { wantedNames } from './listed-competitor.ts';
import { normalSpans } from './normal-spans.ts';

/** Another company that a text names as a place to go to. */
export interface Competitor {
  /** As listed, else as written. */
  readonly name: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Found extends Span {
  readonly name: string;
}

/** Capitalised words with "of" and "&" between them; "mBank" and "O2" too. Without letters before, as an Arabic letter may be glued. */
const WORD_OF_NAME =
  "(?:\\p{Lu}|\\p{Ll}(?=\\p{Lu})|\\d(?=\\p{Lu}{2}))[\\p{L}\\p{N}'’&+-]{0,24}(?:\\.(?=com|pl|ru|net|th|ру)\\p{L}{2,3})?";
const NAME = new RegExp(
  `(?<![\\p{Lu}\\p{Ll}\\d])${WORD_OF_NAME}(?:(?: (?:of|and|&|de|und) | )${WORD_OF_NAME}){0,3}`,
  'gu',
);
const MOSTLY = 0.5;

/** Capitals tell nothing where most letters are capitals. */
function capitalsTell(text: string): boolean {
  let upper = 0;
  let lower = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x41 && code <= 0x5a) || (code >= 0x410 && code <= 0x42f)) upper += 1;
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f)) lower += 1;
  }
  return upper > 0 && (lower === 0 ? upper < 12 : upper / (upper + lower) < MOSTLY);
}

function listedNames(
  { text }: NormalText,
  names: readonly WantedName[],
  reader: CompetitorReader | null,
): Found[] {
  const found: Found[] = [];
  for (const { name, wanted } of names) {
    for (
      let start = text.indexOf(wanted);
      start !== -1;
      start = text.indexOf(wanted, start + wanted.length)
    ) {
      const plain = start + wanted.length;
      const end =
        reader === null
          ? isWhole(text, start, plain)
            ? plain
            : null
          : reader.endOfListed(text, start, plain);
      if (end !== null && !found.some((other) => overlaps(other, { start, end })))
        found.push({ name, start, end });
    }
  }
  return found;
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isWord(text.charCodeAt(start - 1)) && !isWord(text.charCodeAt(end));
}

/**
 * Companies that a text names as others to go to, first to last: a capitalised name beside words that tell so ("switch to X", "X offers"), and any
 * of `listed` wherever it stands. Scripts without capitals have names in Latin letters and those of the list.
 */
export function findCompetitors(
  normal: NormalText,
  language: string,
  listed: readonly ListedCompetitor[] = [],
): Competitor[] {
  const reader = competitorReaderOf(language);
  const found =
    listed.length === 0 ? [] : listedNames(normal, wantedNames(listed, language, reader), reader);
  if (reader !== null && capitalsTell(normal.original)) {
    for (const capitalised of normalSpans(normal, NAME)) {
      const span = reader.nameIn(normal, capitalised);
      if (span !== null && !found.some((other) => overlaps(other, span)))
        found.push({ name: originalSpan(normal, span.start, span.end).text, ...span });
    }
  }
  return found
    .sort((a, b) => a.start - b.start)
    .map(({ name, start, end }) => ({ name, ...originalSpan(normal, start, end) }));
}
