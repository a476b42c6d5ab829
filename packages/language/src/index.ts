export type { ListedCompetitor } from './extract/listed-competitor.ts';
export type { TouchpointWords } from './listed-touchpoints.ts';
export { detectLanguage } from './detect-language.ts';
export { LANGUAGES } from './lexicon-of.ts';
export type { LanguageLexicon } from './lexicon.ts';
export type { UnderstandInput } from './understand-input.ts';
export { MODEL } from './model-name.ts';
export { understand } from './understand.ts';
