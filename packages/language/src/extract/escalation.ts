import type { Evidence } from '@redress/contracts';
import { quote } from '../evidence.ts';
import { clear } from '../level-of.ts';
import { lexiconOf } from '../lexicon-of.ts';
import type { NormalText } from '../normalise.ts';
import { PatternIndex } from '../pattern-index.ts';
import type { Expression } from '../span.ts';
import { arabic } from './escalation-words/ar.ts';
import type { EscalationWords } from './escalation-words/escalation-words.ts';
import { english } from './escalation-words/en.ts';
import { polish } from './escalation-words/pl.ts';
import { russian } from './escalation-words/ru.ts';
import { thai } from './escalation-words/th.ts';
import { perLanguage } from './per-language.ts';

interface EscalationReader {
  readonly asked: Expression | null;
  readonly unless: Expression | null;
}

const NO_NUMBERS = { cardinals: [], ordinals: [], ordinalSuffixes: [], joiners: [] };

function compile(words: EscalationWords, language: string): EscalationReader {
  const lexicon = lexiconOf(language)?.source;
  const index = new PatternIndex({
    spaced: lexicon?.spaced ?? true,
    ...(lexicon?.prefixes === undefined ? {} : { prefixes: lexicon.prefixes }),
    groups: words.groups,
    numbers: NO_NUMBERS,
  });
  return { asked: index.add(words.asked), unless: index.add(words.unless) };
}

const readerOf = perLanguage(
  { en: english, pl: polish, ar: arabic, ru: russian, th: thai },
  compile,
);

/** Where the customer asks for someone higher than the person they spoke to, or writes to them; none in a language without a table. */
export function findEscalation(normal: NormalText, language: string): Evidence[] {
  const reader = readerOf(language);
  return reader === null ? [] : quote(normal, clear(normal.text, reader.asked, reader.unless));
}
