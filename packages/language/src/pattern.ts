import type { LanguageLexicon } from './lexicon.ts';
import { normalise } from './normalise.ts';
import { LETTERS, WORD } from './word-characters.ts';

const DIGITS = Array.from({ length: 10 }, (_, digit) => String(digit));

/** What the notation needs to know of a lexicon. */
export type PatternContext = Pick<LanguageLexicon, 'spaced' | 'prefixes' | 'groups' | 'numbers'>;

/** How the notation is written as a regular expression in one language. */
export interface Notation {
  readonly separator: string;
  readonly gap: (words: number) => string;
  readonly before: string;
  readonly after: string;
  readonly prefix: string;
  readonly ending: string;
  /** What `#`, `#th` and each `@group` come to, written once. */
  readonly known: Map<string, string>;
}

const SPACED = {
  separator: `[^${WORD}.!?\\n]{1,4}`,
  before: `(?<![${WORD}])`,
  after: `(?![${WORD}])`,
  ending: `[${LETTERS}]{0,14}`,
};

export function notationOf(context: PatternContext): Notation {
  if (!context.spaced) {
    return {
      separator: `[^${WORD}.!?\\n]{0,3}`,
      gap: (words) => `[^.!?\\n]{0,${String(words * 6)}}?`,
      before: '',
      after: '',
      prefix: '',
      ending: '',
      known: new Map(),
    };
  }
  // an optional class a slot: written out as a list, the combinations would stand before every word of every pattern
  const slots = (context.prefixes ?? []).map((slot) => {
    const choices = normalise(slot).text.split('|');
    return choices.every((choice) => choice.length === 1)
      ? `[${choices.join('')}]?`
      : `(?:${choices.join('|')})?`;
  });
  return {
    ...SPACED,
    gap: (words) =>
      `(?:${SPACED.separator}[${WORD}]{1,30}){0,${String(words)}}?${SPACED.separator}`,
    prefix: slots.join(''),
    known: new Map(),
  };
}

/** Splits at the divider, outside brackets alone. */
export function splitTop(source: string, divider: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (character === divider && depth === 0) {
      parts.push(source.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(source.slice(from));
  return parts.map((each) => each.trim()).filter((each) => each !== '');
}

function literal(word: string, notation: Notation): string {
  const body = word
    .split('*')
    .map((piece) =>
      piece
        .replace(/[\\^$.+?()[\]{}|/]/gu, '\\$&')
        .replace(/'/gu, "'?")
        .replace(/-/gu, '[- ]?'),
    )
    .join(notation.ending);
  if (notation.after === '' && /^[a-z]/u.test(word))
    return `(?<![a-z])${body}${word.endsWith('*') ? '' : '(?![a-z])'}`;
  return body;
}

/** The alternatives of `@name`, as texts are written after normalisation. */
export function groupOf(source: string, context: PatternContext): string {
  const group = context.groups[source.slice(1)];
  if (group === undefined)
    throw new RangeError(`no group ${source} in this lexicon: declare it under groups`);
  return normalise(group).text;
}

function numberSource(context: PatternContext, notation: Notation, ordinal: boolean): string {
  const words = (ordinal ? context.numbers.ordinals : context.numbers.cardinals).map(([word]) =>
    compileAlternatives(normalise(word).text, context, notation),
  );
  const joiners = context.numbers.joiners.map((joiner) => normalise(joiner).text).join('|');
  const word = words.length === 0 ? '(?!)' : `(?:${words.join('|')})`;
  if (ordinal) {
    const suffixes = context.numbers.ordinalSuffixes
      .map((suffix) => normalise(suffix).text.replace(/[.]/gu, '\\.'))
      .join('|');
    return `(?:\\d{1,3}[- ]?(?:${suffixes})|${word})`;
  }
  if (notation.after === '') return `(?:\\d{1,6}|${word}{1,4})`;
  const join = `[ -]{1,2}(?:(?:${joiners === '' ? '(?!)' : joiners}) ?)?${notation.prefix}`;
  // the words are written once: at the first of them there is no space for `join` to match
  return `(?:\\d{1,6}|(?:(?:${join})?${word}){1,4})`;
}

function item(source: string, context: PatternContext, notation: Notation): string {
  if (!source.startsWith('#') && !source.startsWith('@'))
    return writtenOut(source, context, notation);
  let known = notation.known.get(source);
  if (known === undefined) {
    known = writtenOut(source, context, notation);
    notation.known.set(source, known);
  }
  return known;
}

function writtenOut(source: string, context: PatternContext, notation: Notation): string {
  if (source === '#') return numberSource(context, notation, false);
  if (source === '#th') return numberSource(context, notation, true);
  if (source.startsWith('@'))
    return compileAlternatives(groupOf(source, context), context, notation);
  if (source.startsWith('(') && source.endsWith(')'))
    return compileAlternatives(source.slice(1, -1), context, notation);
  if (/[()|]/u.test(source)) {
    // a bracket glued to a word: "дв(а|е)", "(un)*paid" is written out
    const pieces = source.split(/(\([^()]*\))/u).filter((piece) => piece !== '');
    return pieces
      .map((piece) =>
        piece.startsWith('(')
          ? `(?:${piece
              .slice(1, -1)
              .split('|')
              .map((each) => literal(each, notation))
              .join('|')})`
          : literal(piece, notation),
      )
      .join('');
  }
  return literal(source, notation);
}

function compileSequence(source: string, context: PatternContext, notation: Notation): string {
  let out = '';
  let started = false;
  let gap = 0;
  for (const token of splitTop(source, ' ')) {
    // glued letters are matched before: they may stand between the start of the sentence and here
    if (token === '^') out += `(?<=(?:^|[.!?\\n])[^${WORD}]{0,4}${notation.prefix})`;
    else if (token === '$') out += `(?=[^${WORD}.!?\\n]{0,4}(?:[.!?\\n]|$))`;
    else if (/^~\d?$/u.test(token)) gap = token === '~' ? 3 : Number(token.slice(1));
    else {
      const optional = token.endsWith('?');
      const compiled = item(optional ? token.slice(0, -1) : token, context, notation);
      // the first word's glued letters are matched once, before all alternatives
      const joint = !started
        ? ''
        : (gap > 0 ? notation.gap(gap) : notation.separator) + notation.prefix;
      if (optional && !started) out += `(?:${compiled}${notation.separator}${notation.prefix})?`;
      else if (optional) out += `(?:${notation.separator}${notation.prefix}${compiled})?`;
      else {
        out += joint + compiled;
        started = true;
        gap = 0;
      }
    }
  }
  return out;
}

/** One word with any ending. */
export const STEM = /^[\p{L}\d]+\*$/u;

/** Stems with any ending share one ending: a third of the source, and quicker to try. Only where words have endings. */
function joinStems(sources: readonly string[], notation: Notation): string | null {
  const stems = sources.filter((each) => STEM.test(each)).map((each) => each.slice(0, -1));
  return stems.length < 2 || notation.ending === ''
    ? null
    : `(?:${stems.join('|')})${notation.ending}`;
}

function compileAlternatives(source: string, context: PatternContext, notation: Notation): string {
  const sources = splitTop(source, '|');
  const joined = joinStems(sources, notation);
  const alternatives = sources
    .filter((each) => joined === null || !STEM.test(each))
    .map((each) => compileSequence(each, context, notation));
  return `(?:${[...alternatives, ...(joined === null ? [] : [joined])].join('|')})`;
}

/** The letters a sequence can start with; null where that cannot be told. */
function firstLetters(source: string, context: PatternContext): Set<string> | null {
  const token = splitTop(source, ' ').find((each) => each !== '^');
  if (token === undefined || token === '$' || /^[~*]|\?$/u.test(token)) return null;
  const union = (sources: readonly string[]): Set<string> | null => {
    const all = new Set<string>();
    for (const each of sources) {
      const letters = firstLetters(each, context);
      if (letters === null) return null;
      for (const letter of letters) all.add(letter);
    }
    return all;
  };
  if (token === '#' || token === '#th') {
    const { cardinals, ordinals } = context.numbers;
    const words = (token === '#' ? cardinals : ordinals).map(([word]) => normalise(word).text);
    return union([...words, ...DIGITS]);
  }
  if (token.startsWith('@'))
    return union(splitTop(normalise(context.groups[token.slice(1)] ?? '').text, '|'));
  const glued = /^\(([^()]*)\)(.+)$/u.exec(token);
  if (glued !== null) {
    const choices = (glued[1] ?? '').split('|');
    return union(choices.map((choice) => (choice === '' ? (glued[2] ?? '') : choice)));
  }
  if (token.startsWith('(')) return union(splitTop(token.slice(1, -1), '|'));
  const letter = token.charAt(0);
  return /[\p{L}\d]/u.test(letter) ? new Set(letter) : null;
}

/** A look at one letter before a whole pattern, as texts are written after normalisation, is tried: most patterns fail there. */
export function guard(pattern: string, context: PatternContext): string {
  const sequences = splitTop(pattern, '|');
  const letters = sequences.map((each) => firstLetters(each, context));
  if (letters.includes(null)) return '';
  const all = new Set(letters.flatMap((each) => [...(each ?? [])]));
  return all.size === 0 ? '' : `(?=[${[...all].join('')}])`;
}

/** The source of a regular expression (flag `u`) over normalised text for one pattern, as texts are written after normalisation: behind its glued letters and up to the end of its last word. Every repetition is bounded, so it runs in linear time. */
export function patternSource(
  pattern: string,
  context: PatternContext,
  notation: Notation,
): string {
  return compileAlternatives(pattern, context, notation) + notation.after;
}
