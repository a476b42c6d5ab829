export { LANGUAGES } from './lexicon-of.ts';
export type { LanguageLexicon } from './lexicon.ts';
export type { UnderstandInput } from './understand.ts';
export { MODEL, understand } from './understand.ts';
