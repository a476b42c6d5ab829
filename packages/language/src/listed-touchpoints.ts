import type { CompiledLexicon } from './compiled-lexicon.ts';
import { lexiconOf } from './lexicon-of.ts';
import { PatternIndex } from './pattern-index.ts';

/** Touchpoint → language (ISO 639-1) → words for it, in the notation of the lexicons. */
export type TouchpointWords = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Touchpoints = CompiledLexicon['touchpoints'];

const WITHOUT_LEXICON = {
  prefixes: [],
  groups: {},
  numbers: { cardinals: [], ordinals: [], ordinalSuffixes: [], joiners: [] },
};
const WITHOUT_SPACES: ReadonlySet<string> = new Set(['ja', 'zh', 'th', 'lo', 'km', 'my']);

/** By list and language; a list that nobody holds any more is forgotten. */
const known = new WeakMap<TouchpointWords, Map<string, Touchpoints>>();

/** The listed touchpoints of a language as expressions, made once for each list and language. */
export function listedTouchpoints(listed: TouchpointWords, language: string): Touchpoints {
  const byLanguage = known.get(listed) ?? new Map<string, Touchpoints>();
  known.set(listed, byLanguage);
  let touchpoints = byLanguage.get(language);
  if (touchpoints === undefined) {
    touchpoints = compile(listed, language);
    byLanguage.set(language, touchpoints);
  }
  return touchpoints;
}

function compile(listed: TouchpointWords, language: string): Touchpoints {
  const source = lexiconOf(language)?.source;
  const index = new PatternIndex(
    source ?? { ...WITHOUT_LEXICON, spaced: !WITHOUT_SPACES.has(language) },
  );
  return Object.entries(listed).flatMap(([id, words]) => {
    const expression = index.add(words[language] ?? []);
    return expression === null ? [] : [{ id, expression }];
  });
}
