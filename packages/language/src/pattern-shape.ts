import { normalise } from './normalise.ts';
import type { PatternContext } from './pattern.ts';
import { groupOf, guard, splitTop } from './pattern.ts';
import { isWord } from './word-characters.ts';

/** Letters that a pattern or a part of it can start with, behind its glued letters. */
export interface Start {
  readonly text: string;
  /** The word ends with these letters. */
  readonly whole: boolean;
  /** A joiner before a number ("and"): only inside a pattern, never where one begins. */
  readonly joiner?: true;
}

/** A later part that must be there too. */
export interface Need {
  /** The part as the pattern writes it; equal parts have equal starts. */
  readonly part: string;
  readonly starts: readonly Start[];
  /** It starts at most so many characters after the start of the match. */
  readonly within: number;
}

/** What can be told of a pattern without trying it: never more than its regular expression asks for, so nothing is missed. */
export interface Shape {
  /** Null where it cannot be told: the pattern may start anywhere. */
  readonly starts: readonly Start[] | null;
  readonly needs: readonly Need[];
}

interface Facts {
  readonly starts: readonly Start[] | null;
  /** Of a single sequence: a shape for each word that may be its first. */
  readonly shapes?: readonly Shape[];
  /** It can start with a space or hyphen, as a number does whose joiner may stand first. */
  readonly joins: boolean;
  /** At most so many characters. */
  readonly length: number;
}

// upper bounds of what `pattern.ts` writes, in code units: a separator has up to four characters of up to two units
const SEPARATOR = 8;
const GAP_WORD = 30 + SEPARATOR;
const GAP_CHARACTER = 12;
const ENDING = 14;
const NUMBER_PARTS = 4;
const JOIN = 4;
/** Brackets glued to a word are written out up to so many words; of more, only the stem is looked at. */
const MOST_WORDS = 64;

/** Reads the shapes of one lexicon's patterns. */
export class ShapeReader {
  readonly #context: PatternContext;
  readonly #glued: number;
  readonly #known = new Map<string, Facts>();

  constructor(context: PatternContext) {
    this.#context = context;
    this.#glued = (context.prefixes ?? []).reduce(
      (sum, slot) => sum + Math.max(...slot.split('|').map((choice) => choice.length)),
      0,
    );
  }

  /** The ways a pattern, as texts are written after normalisation, can start: more than one where its first words may be missing. */
  shapesOf(pattern: string): Shape[] {
    const facts = this.#alternatives(pattern);
    // only a pattern without a look at its first letter can start with what joins numbers
    const joins = facts.joins && guard(pattern, this.#context) === '' ? JOINS : [];
    return (facts.shapes ?? [{ starts: facts.starts, needs: [] }]).map(({ starts, needs }) => ({
      starts:
        starts === null
          ? null
          : [...starts.filter((start) => start.joiner === undefined), ...joins],
      needs,
    }));
  }

  #alternatives(source: string): Facts {
    const all = splitTop(source, '|').map((each) => this.#sequence(each));
    const [only] = all;
    if (only !== undefined && all.length === 1) return only;
    return {
      starts: unionOf(all),
      joins: all.some((each) => each.joins),
      length: Math.max(0, ...all.map((each) => each.length)),
    };
  }

  #sequence(source: string): Facts {
    const leading: Facts[] = [];
    const needs: Need[] = [];
    let first: Facts | null = null;
    let length = 0;
    let gap = 0;
    for (const token of splitTop(source, ' ')) {
      if (token === '^' || token === '$') continue;
      if (/^~\d?$/u.test(token)) {
        gap = token === '~' ? 3 : Number(token.slice(1));
        continue;
      }
      const optional = token.endsWith('?');
      const part = optional ? token.slice(0, -1) : token;
      const facts = this.#part(part);
      if (optional) {
        if (first === null) leading.push(facts);
        length += SEPARATOR + this.#glued + facts.length;
        continue;
      }
      if (first !== null) {
        length += this.#joint(gap);
        gap = 0;
      }
      if (facts.starts !== null)
        needs.push({ part, starts: facts.starts, within: this.#glued + length + JOIN });
      length += this.#glued + facts.length;
      first ??= facts;
    }
    if (first === null) return { starts: null, joins: false, length };
    const openings = [...leading, first];
    const rest = first.starts === null ? needs : needs.slice(1);
    return {
      starts: unionOf(openings),
      shapes: openings.map(({ starts }, at) => ({
        starts,
        needs: at < leading.length ? needs : rest,
      })),
      joins: openings.some((each) => each.joins),
      length,
    };
  }

  #joint(gap: number): number {
    if (gap === 0) return SEPARATOR;
    return this.#context.spaced ? gap * GAP_WORD + SEPARATOR : gap * GAP_CHARACTER;
  }

  #part(source: string): Facts {
    let facts = this.#known.get(source);
    if (facts === undefined) {
      facts = this.#read(source);
      this.#known.set(source, facts);
    }
    return facts;
  }

  // in the order of `pattern.ts`
  #read(source: string): Facts {
    if (source === '#') return this.#number();
    if (source === '#th') return this.#ordinal();
    if (source.startsWith('@')) return this.#alternatives(groupOf(source, this.#context));
    if (source.startsWith('(') && source.endsWith(')'))
      return this.#alternatives(source.slice(1, -1));
    const words = writtenOut(source);
    const starts: Start[] = [];
    for (const word of words) {
      const start = this.#start(word);
      if (start === null) return { starts: null, joins: false, length: lengthOf(source) };
      starts.push(start);
    }
    return { starts, joins: false, length: lengthOf(source) };
  }

  #start(word: string): Start | null {
    const [text = ''] = word.split('*');
    if (text === '') return null;
    const whole = this.#context.spaced && text === word && isWord(text.charCodeAt(text.length - 1));
    return { text, whole };
  }

  #words(words: readonly (readonly [string, number])[]): Facts {
    const all = words.map(([word]) => this.#alternatives(normalise(word).text));
    return {
      starts: unionOf(all),
      joins: false,
      length: Math.max(0, ...all.map((each) => each.length)),
    };
  }

  #number(): Facts {
    const { numbers, spaced } = this.#context;
    const words = this.#words(numbers.cardinals);
    const joiners = numbers.joiners.map((joiner) => normalise(joiner).text);
    const joiner = Math.max(0, ...joiners.map((each) => each.length));
    const one = words.length + this.#glued + (spaced ? JOIN + joiner : 0);
    const starts =
      words.starts === null
        ? null
        : [
            // number words may be written together
            ...words.starts.map(({ text }) => ({ text, whole: false })),
            ...DIGITS,
            ...joiners.map((text) => ({ text, whole: false, joiner: true as const })),
          ];
    return { starts, joins: spaced, length: Math.max(6, NUMBER_PARTS * one) };
  }

  #ordinal(): Facts {
    const { numbers } = this.#context;
    const words = this.#words(numbers.ordinals);
    const suffix = Math.max(0, ...numbers.ordinalSuffixes.map((each) => each.length * 2));
    return {
      starts: words.starts === null ? null : [...words.starts, ...DIGITS],
      joins: false,
      length: Math.max(words.length, 4 + suffix),
    };
  }
}

const DIGITS: readonly Start[] = Array.from({ length: 10 }, (_, digit) => ({
  text: String(digit),
  whole: false,
}));

const JOINS: readonly Start[] = [' ', '-'].map((text) => ({ text, whole: false }));

function unionOf(all: readonly { readonly starts: readonly Start[] | null }[]): Start[] | null {
  const starts: Start[] = [];
  for (const each of all) {
    if (each.starts === null) return null;
    starts.push(...each.starts);
  }
  return starts;
}

const BRACKET = /(\([^()]*\))/u;
/** What may be left out of a word. */
const SPELT = /(['-])/u;

function choicesOf(piece: string): readonly string[] {
  return piece.startsWith('(') ? piece.slice(1, -1).split('|') : [piece];
}

function product(parts: readonly (readonly string[])[]): string[] {
  let words = [''];
  for (const choices of parts) {
    if (words.length * choices.length > MOST_WORDS) return words.map((word) => `${word}*`);
    words = words.flatMap((word) => choices.map((choice) => word + choice));
  }
  return words;
}

/** "don't" as itself and "dont". */
function spellingsOf(word: string): string[] {
  const optional = (piece: string): string[] => (piece === "'" ? ["'", ''] : ['-', ' ', '']);
  return product(word.split(SPELT).map((piece) => (SPELT.test(piece) ? optional(piece) : [piece])));
}

/** "дв(а|е)" as "два" and "две". */
function writtenOut(source: string): string[] {
  return product(
    source.split(BRACKET).map((piece) => choicesOf(piece).flatMap((each) => spellingsOf(each))),
  );
}

function lengthOf(source: string): number {
  const long = (word: string): number => word.length + (word.split('*').length - 1) * ENDING;
  return source
    .split(BRACKET)
    .reduce((sum, piece) => sum + Math.max(...choicesOf(piece).map(long)), 0);
}
