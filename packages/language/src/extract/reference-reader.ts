import type { ReferenceKind } from '@redress/contracts';
import { REFERENCE_KINDS } from '@redress/contracts';
import { perLanguage } from './per-language.ts';
import { arabic } from './reference-words/ar.ts';
import { english } from './reference-words/en.ts';
import { polish } from './reference-words/pl.ts';
import type { ReferenceWords } from './reference-words/reference-words.ts';
import { russian } from './reference-words/ru.ts';
import { thai } from './reference-words/th.ts';
import { boundaries, wordsSource } from './words-source.ts';

/** What the words before a number say it is. */
export interface Told {
  readonly kind: ReferenceKind;
  /** It is called a number: "no.", "#". */
  readonly marked: boolean;
  /** A thing whose number must be called one, or look like one. */
  readonly loose: boolean;
  /** Only somewhere before in the sentence. */
  readonly far: boolean;
  /** By a word that tells of references alone. */
  readonly sure: boolean;
}

/** Reads the words before a number in normalised text of one language. */
export interface ReferenceReader {
  /** Null where they tell of no reference. */
  readonly toldBefore: (text: string, at: number) => Told | null;
  /** Whether what stands between two numbers joins them. */
  readonly joins: (between: string) => boolean;
}

const MOST_WORDS = 7;
/** So far back in the sentence a thing may be named: "about the order of last week, number 4711". */
const LOOK_BACK = 110;
const GROUPS = [...REFERENCE_KINDS, 'others', 'reference', 'marker', 'quantity', 'link'] as const;
type Named = Record<string, string | undefined> | undefined;
const SEPARATOR = '(?<sep> {0,2}[:#№("\'=\\[-]{0,3}[ \\n]{0,2})';

function compile(words: ReferenceWords, language: string): ReferenceReader {
  const { before, after } = boundaries(language !== 'th');
  const glued = words.prefix === undefined ? '' : `${wordsSource(words.prefix)}?`;
  // accounts first: "лицевой счёт" is one, "счёт" alone is an invoice
  const kinds = ['account', 'order', 'invoice', 'case', 'booking', 'parcel'] as const;
  const thing = kinds.map((kind) => `(?<${kind}>${wordsSource(words.things[kind])})`).join('|');
  const step = new RegExp(
    `(?<=${before}${glued}(?:(?<others>${wordsSource(words.others)})|${thing}|(?<reference>${wordsSource(words.references)})|(?<marker>${wordsSource(words.markers)})|(?<quantity>${wordsSource(words.quantity)})|(?<link>${wordsSource(words.links)}))${SEPARATOR})`,
    'uy',
  );
  const named = new RegExp(
    `${before}${glued}(?:(?<others>${wordsSource(words.others)})|${thing})${after}`,
    'gu',
  );
  const loose = new RegExp(`^${wordsSource(words.loose)}$`, 'u');
  const and = new RegExp(
    `^(?:[ ,;/&+]|[#№]|${before}${wordsSource(words.and)}${after}){1,6}$`,
    'u',
  );
  const kindOf = (groups: Named): ReferenceKind | undefined =>
    kinds.find((kind) => groups?.[kind] !== undefined);

  const namedFurther = (text: string, at: number): ReferenceKind | null => {
    const window = text.slice(Math.max(0, at - LOOK_BACK), at);
    const sentence = window.slice(window.search(/(?:[^.!?\n]|\.(?=\S))*$/u));
    const names = [...sentence.matchAll(named)].map(({ groups }) => kindOf(groups));
    // a phone may be named beside what was ordered by it
    return names.length === 0 ? 'other' : (names.findLast((kind) => kind !== undefined) ?? null);
  };

  return {
    joins: (between) => and.test(between),
    toldBefore: (text, at) => {
      let place = at;
      let kind: ReferenceKind | undefined;
      let isLoose = false;
      let marked = false;
      let sure = false;
      let quantity = false;
      for (let word = 0; word < MOST_WORDS; word += 1) {
        step.lastIndex = place;
        const found = step.exec(text);
        const groups: Named = found?.groups;
        if (groups === undefined) break;
        const separator = groups['sep'] ?? '';
        if (word === 0 && /[#№]/u.test(separator)) marked = true;
        const group = GROUPS.find((name) => groups[name] !== undefined);
        if (group === undefined) break;
        const value = groups[group] ?? '';
        if (group === 'others' && !(kind !== undefined && marked)) return null;
        if (group === 'others') break;
        if (group === 'marker') marked = true;
        else if (group === 'reference') {
          marked = true;
          sure = true;
        } else if (group === 'quantity') {
          quantity = kind !== undefined;
          break;
        } else if (group !== 'link') {
          if (kind !== undefined) break;
          kind = group;
          isLoose = loose.test(value);
        } else if (kind !== undefined && marked) break;
        place -= value.length + separator.length;
        // letters glued before are stepped over
        if (glued !== '') while (place > 0 && /[ء-ي]/u.test(text.charAt(place - 1))) place -= 1;
      }
      if (/[#№] ?$/u.test(text.slice(Math.max(0, at - 2), at))) marked = true;
      if (kind !== undefined)
        return marked || !quantity
          ? { kind, marked, loose: isLoose, far: false, sure: sure || kind === 'booking' }
          : null;
      if (!marked) return null;
      const further = namedFurther(text, place);
      return further === null ? null : { kind: further, marked, loose: false, far: true, sure };
    },
  };
}

/** The reader of a language's references; null where it has no table. */
export const referenceReaderOf = perLanguage(
  { en: english, pl: polish, ar: arabic, ru: russian, th: thai },
  compile,
);
