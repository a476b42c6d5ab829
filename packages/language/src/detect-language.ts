import { shippedModel } from './model/model-file.ts';
import { readLanguage } from './model/read-language.ts';
import { oncePerUnit } from './once-per-unit.ts';

/** Scripts with the language taken for them; what comes first is the number it is counted under. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/u, ''],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Han}/u, 'zh'],
  [/\p{Script=Hangul}/u, 'ko'],
  [/\p{Script=Devanagari}/u, 'hi'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
];
const LATIN_SCRIPT = 0;
const KANA = 4;
/** No script of ours. */
const NONE = SCRIPTS.length;

const scriptOf = oncePerUnit((code) => {
  const found = SCRIPTS.findIndex(([script]) => script.test(String.fromCharCode(code)));
  return found === -1 ? NONE : found;
});

const NATIVE_LATIN = new Set(['en', 'pl', 'es', 'de', 'fr', 'pt', 'it', 'tr', 'id', 'nl']);
const TRANSLITERATED = new Set(['ar', 'hi']);
const LATIN = new Set([...NATIVE_LATIN, ...TRANSLITERATED, 'ru']);
const CYRILLIC = new Set(['ru', 'uk']);
/** Below this the words are not telling; the hint decides, where there is one. */
const SURE = 0.6;
const SURE_OF_FEW = 0.85;
const CERTAIN = 0.95;
/** A word or two: what they are like is in several languages. */
const FEW_CHARACTERS = 16;

/** So many characters of the middle tell most languages; a greeting or a signature stands at the ends. */
const MIDDLE = 64;

function middleOf(sample: string): string {
  if (sample.length <= MIDDLE * 1.5) return sample;
  const from = sample.indexOf(' ', (sample.length - MIDDLE) >> 1);
  const to = sample.indexOf(' ', from + MIDDLE);
  return from === -1 || to === -1 ? sample : sample.slice(from, to);
}

function count(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0;
}

const GAP = ' '.repeat(8);

/** Without the blanks that stand for somebody else's words: a text may begin with a long quote. */
function withoutGaps(text: string): string {
  return text.includes(GAP) ? text.replace(/\s{2,}/gu, '\n') : text;
}

/**
 * ISO 639-1 code of the language, `und` where it cannot be told. Script first, then what the model learnt of words and letters.
 * The hint decides only where the text does not, and only among languages of the script that is there.
 */
export function detectLanguage(text: string, hint?: string): string {
  const sample = withoutGaps(text).slice(0, 4000);
  const hinted = hint === undefined ? undefined : hint.toLowerCase().split(/[-_]/u)[0];
  const counts = new Uint32Array(SCRIPTS.length + 1);
  for (let at = 0; at < sample.length; at += 1) {
    const script = scriptOf(sample.charCodeAt(at));
    counts[script] = (counts[script] ?? 0) + 1;
  }
  let script = '';
  // a name or a link in Latin letters stands in texts of every script
  let most = (counts[LATIN_SCRIPT] ?? 0) * 0.5;
  SCRIPTS.forEach(([, language], at) => {
    if (at === LATIN_SCRIPT || (counts[at] ?? 0) <= most) return;
    most = counts[at] ?? 0;
    script = language;
  });
  if (script === 'ru') return cyrillic(sample, hinted);
  if (script === 'zh' && (counts[KANA] ?? 0) > 0) return 'ja';
  if (script === 'ar' && count(sample, /[پچژگ]/gu) > 1)
    return count(sample, /[ٹڈےں]/gu) > 0 ? 'ur' : 'fa';
  if (script !== '') return script;
  if (!/\p{L}/u.test(sample)) return 'und';
  return latin(sample, hinted);
}

/** The language of a stretch in Latin letters where there is hardly a doubt, else null; of no language that has letters of its own. */
export function certainLatin(stretch: string): string | null {
  const told = readLanguage(shippedModel(), stretch, LATIN);
  return told !== null && told.probability >= SURE_OF_FEW && NATIVE_LATIN.has(told.language)
    ? told.language
    : null;
}

/** Arabic and Hindi are also written in Latin letters, with many English words between; only where little else is possible. */
function latin(sample: string, hinted: string | undefined): string {
  const middle = middleOf(sample);
  const glance = readLanguage(shippedModel(), middle, LATIN);
  if (glance !== null && glance.probability >= CERTAIN && NATIVE_LATIN.has(glance.language))
    return glance.language;
  const first = middle === sample ? glance : readLanguage(shippedModel(), sample, LATIN);
  const told =
    first !== null && TRANSLITERATED.has(first.language) && first.probability < CERTAIN
      ? readLanguage(shippedModel(), sample, NATIVE_LATIN)
      : first;
  const sure = sample.trim().length < FEW_CHARACTERS ? SURE_OF_FEW : SURE;
  if (told !== null && told.probability >= sure) return told.language;
  // a few plain Latin words: the hint if it names a Latin-script language we can tell, else English where nothing speaks against it
  if (hinted !== undefined && LATIN.has(hinted)) return hinted;
  if (told !== null && (sure === SURE || /[^\x00-\x7f]/u.test(sample))) return told.language;
  return /[a-z]{3}/iu.test(sample) ? 'en' : 'und';
}

function cyrillic(sample: string, hinted: string | undefined): string {
  const ukrainian = count(sample, /[іїєґ]/giu);
  const russian = count(sample, /[ыэъё]/giu);
  if (ukrainian !== russian) return ukrainian > russian ? 'uk' : 'ru';
  const told = readLanguage(shippedModel(), sample, CYRILLIC);
  if (told !== null && told.probability >= SURE) return told.language;
  return hinted !== undefined && CYRILLIC.has(hinted) ? hinted : 'ru';
}
