import type { CompiledLexicon } from './compiled-lexicon.ts';
import { compileLexicon } from './compiled-lexicon.ts';
import type { LanguageLexicon } from './lexicon.ts';
import { arabic } from './lexicons/ar/lexicon.ts';
import { english } from './lexicons/en/lexicon.ts';
import { polish } from './lexicons/pl/lexicon.ts';
import { russian } from './lexicons/ru/lexicon.ts';
import { thai } from './lexicons/th/lexicon.ts';

const SHIPPED: readonly LanguageLexicon[] = [english, polish, arabic, russian, thai];

/** The languages the engine reads, ISO 639-1. */
export const LANGUAGES: readonly string[] = SHIPPED.map((lexicon) => lexicon.language);

const compiled = new Map<string, CompiledLexicon>();

/** The lexicon of a language, compiled at its first use; null where none ships. */
export function lexiconOf(language: string): CompiledLexicon | null {
  const known = compiled.get(language);
  if (known !== undefined) return known;
  const source = SHIPPED.find((lexicon) => lexicon.language === language);
  if (source === undefined) return null;
  const fresh = compileLexicon(source);
  compiled.set(language, fresh);
  return fresh;
}
