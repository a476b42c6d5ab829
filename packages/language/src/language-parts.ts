import type { Understanding } from '@redress/contracts';
import { certainLatin, detectLanguage } from './detect-language.ts';
import { countSmallWords } from './function-words.ts';
import type { ScriptRun } from './script-runs.ts';
import { CYRILLIC_SCRIPT, LATIN_SCRIPT, scriptRuns } from './script-runs.ts';

type LanguagePart = NonNullable<Understanding['languages']>[number];

/** A shorter sentence goes with the one before it. */
const ENOUGH_LETTERS = 20;
/** So many small words of another language, and so many times as many as of the text's own, let a sentence be read by itself. */
const SUSPICIOUS = 2;
const ENDS = /[.!?…]+["')\]]*\s+|\n+/gu;
const LETTER = /\p{L}/gu;

const CYRILLIC_LANGUAGES = ['ru', 'uk'];
const UKRAINIAN = /[іїєґ]/iu;
const RUSSIAN = /[ыэъё]/iu;

interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function sentencesOf(text: string, run: ScriptRun): Sentence[] {
  const within = text.slice(run.start, run.end);
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = within.slice(start, end);
    if (piece.trim() !== '')
      sentences.push({ start: run.start + start, end: run.start + end, text: piece });
    start = end;
  };
  for (const end of within.matchAll(ENDS)) push(end.index + end[0].length);
  push(within.length);
  return sentences;
}

function isLong(sentence: string): boolean {
  return (
    sentence.length >= ENOUGH_LETTERS && (sentence.match(LETTER)?.length ?? 0) >= ENOUGH_LETTERS
  );
}

function isSuspicious(sentence: string, language: string): boolean {
  if (sentence.length < ENOUGH_LETTERS) return false;
  const { own, other } = countSmallWords(sentence, language);
  return other >= SUSPICIOUS && other > own * SUSPICIOUS;
}

function certainCyrillic(sentence: string): string | null {
  const ukrainian = UKRAINIAN.test(sentence);
  return ukrainian === RUSSIAN.test(sentence) ? null : ukrainian ? 'uk' : 'ru';
}

/** The sentences of one script by language; a run of one language is one part. */
function partsOfRun(text: string, run: ScriptRun, language: string): LanguagePart[] {
  const one = (told: string): LanguagePart[] => [
    { language: told, start: run.start, end: run.end },
  ];
  const sentences = sentencesOf(text, run);
  const latin = run.script === LATIN_SCRIPT;
  const mixed =
    sentences.length > 1 &&
    (latin
      ? sentences.some((sentence) => isSuspicious(sentence.text, language))
      : run.script === CYRILLIC_SCRIPT && mayBeTwo(text.slice(run.start, run.end)));
  if (!mixed) return one(language);
  const certain = latin ? certainLatin : certainCyrillic;
  const told = sentences.map(({ text: words }) => (isLong(words) ? certain(words) : null));
  const first = told.find((each) => each !== null) ?? language;
  const parts: LanguagePart[] = [];
  sentences.forEach(({ start, end }, at) => {
    const last = parts.at(-1);
    const spoken = told[at] ?? last?.language ?? first;
    if (last?.language === spoken) last.end = end;
    else parts.push({ language: spoken, start, end });
  });
  return parts;
}

function mayBeTwo(text: string): boolean {
  return UKRAINIAN.test(text) && RUSSIAN.test(text);
}

/** The language of a run in a text of several scripts; null where it cannot be told. */
function languageOfRun(text: string, run: ScriptRun, language: string): string | null {
  const words = text.slice(run.start, run.end);
  if (run.script !== LATIN_SCRIPT) return detectLanguage(words);
  const told = certainLatin(words);
  return told ?? (countSmallWords(words, language).own >= SUSPICIOUS ? language : null);
}

function wholeRun(text: string, language: string): ScriptRun {
  const script = CYRILLIC_LANGUAGES.includes(language) ? CYRILLIC_SCRIPT : LATIN_SCRIPT;
  return { script, start: 0, end: text.length };
}

/** Of Latin or Cyrillic letters; others have one language for us. */
function isOfLetters(text: string): boolean {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  return /[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(first);
}

/**
 * The stretches of a text that is written in two languages or more, by script and then by sentence; left out for all others. Names, links and
 * single words are no language of their own. A text of one language is seen to be one by its scripts and its small words, unread.
 */
export function languageParts(text: string, language: string): { languages?: LanguagePart[] } {
  const runs = scriptRuns(text);
  const parts: LanguagePart[] = [];
  const add = (part: LanguagePart): void => {
    const last = parts.at(-1);
    if (last?.language === part.language) last.end = part.end;
    else parts.push(part);
  };
  if (runs.length < 2) {
    if (!isOfLetters(text)) return {};
    partsOfRun(text, wholeRun(text, language), language).forEach(add);
  } else {
    for (const run of runs) {
      const told = languageOfRun(text, run, language);
      const last = parts.at(-1);
      if (told !== null) partsOfRun(text, run, told).forEach(add);
      else if (last !== undefined) last.end = run.end;
    }
  }
  if (new Set(parts.map((part) => part.language)).size < 2) return {};
  return { languages: parts.map((part) => withoutBorders(text, part)) };
}

/** From the first letter to the last mark: not the blanks, nor what opens the next part. */
function withoutBorders(text: string, part: LanguagePart): LanguagePart {
  const words = text.slice(part.start, part.end);
  const start = Math.max(0, words.search(/[\p{L}\p{N}]/u));
  const end = words.trimEnd().length;
  return { ...part, start: part.start + start, end: part.start + end };
}
