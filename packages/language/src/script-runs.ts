import { oncePerUnit } from './once-per-unit.ts';

/** Scripts that are told apart within a text; Han, kana and Hangul stand for one. */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Arabic}/u,
  /\p{Script=Thai}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u,
  /\p{Script=Devanagari}/u,
  /\p{Script=Hebrew}/u,
  /\p{Script=Greek}/u,
];
export const LATIN_SCRIPT = 0;
export const CYRILLIC_SCRIPT = 1;
const HAN_SCRIPT = 4;
const NO_SCRIPT = SCRIPTS.length;

const scriptOf = oncePerUnit((code) => {
  const found = SCRIPTS.findIndex((script) => script.test(String.fromCharCode(code)));
  return found === -1 ? NO_SCRIPT : found;
});

/** A stretch in one script: from its first letter to before the first letter of the next. */
export interface ScriptRun {
  readonly script: number;
  readonly start: number;
  readonly end: number;
}

const ENOUGH_LETTERS = 15;
const LONGEST_CITED = 60;
const QUOTATION = /["“«„‘「']\s?$/u;
const ENOUGH_WORDS = 3;
/** A letter of Han says as much as half a word. */
const ENOUGH_HAN = 6;
/** Links, addresses and handles. */
const NAME_OF_NETWORK =
  /\S*(?:@|:\/\/|www\.|#|_)\S*|\S{1,80}\.(?:com|net|org|pl|ru|th|de|co|io|app)\S*/giu;
/** In capitals, in part or at the front: a brand, a model, a place. */
const SMALL_WORD = /(?<![\p{L}\p{M}\d])\p{Ll}[\p{Ll}\p{M}'’]+(?![\p{L}\p{M}\d])/gu;
const WORD = /[\p{L}\p{M}'’]{2,}/gu;

/** Whether the stretch is said in a language, rather than a name or a word borrowed. */
function isSaid(text: string, script: number): boolean {
  const words = text.replace(NAME_OF_NETWORK, ' ');
  if (script === HAN_SCRIPT) return (words.match(/\p{L}/gu)?.length ?? 0) >= ENOUGH_HAN;
  const all = words.match(WORD) ?? [];
  const letters = all.reduce((sum, word) => sum + word.length, 0);
  if (script !== LATIN_SCRIPT && script !== CYRILLIC_SCRIPT)
    return letters >= ENOUGH_LETTERS || all.length >= ENOUGH_WORDS;
  const small = words.match(SMALL_WORD)?.length ?? 0;
  return small >= 2 && (all.length >= ENOUGH_WORDS || letters >= ENOUGH_LETTERS);
}

/** Whether it is a few words between quotation marks: what stands on a screen or a door. */
function isCited(text: string, { start, end }: ScriptRun): boolean {
  return end - start <= LONGEST_CITED && QUOTATION.test(text.slice(Math.max(0, start - 2), start));
}

/** Whether letters of two scripts or more stand in the text, each in some number. */
function isMixed(text: string): boolean {
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let at = 0; at < text.length; at += 1) {
    const script = scriptOf(text.charCodeAt(at));
    counts[script] = (counts[script] ?? 0) + 1;
  }
  return counts.subarray(0, NO_SCRIPT).filter((count) => count >= ENOUGH_HAN).length > 1;
}

/** The text by its scripts; a name or a word in another one belongs to the stretch it stands in. One run for most texts. */
export function scriptRuns(text: string): ScriptRun[] {
  if (!isMixed(text)) return [];
  const runs: { script: number; start: number; end: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const script = scriptOf(text.charCodeAt(at));
    const last = runs.at(-1);
    if (last !== undefined && (script === NO_SCRIPT || script === last.script)) last.end = at + 1;
    else if (script !== NO_SCRIPT) runs.push({ script, start: at, end: at + 1 });
  }
  const said: { script: number; start: number; end: number }[] = [];
  for (const run of runs) {
    const last = said.at(-1);
    const counts = !isCited(text, run) && isSaid(text.slice(run.start, run.end), run.script);
    if (last !== undefined && (!counts || run.script === last.script)) last.end = run.end;
    else if (counts) said.push({ ...run });
  }
  return said;
}
