import type { Understanding } from '@redress/contracts';
import type { ShownCause } from './causes.ts';
import { findCauses } from './causes.ts';
import { lexiconOf } from './lexicon-of.ts';
import type { NormalText } from './normalise.ts';
import { originalSpan } from './normalise.ts';
import { splitSentences } from './sentences.ts';

/**
 * The causes that a text in several languages states in another language than most of it, where that one has a lexicon; without those in
 * `known`. Plain questions show none.
 */
export function causesInParts(
  customer: NormalText,
  parts: NonNullable<Understanding['languages']>,
  language: string,
  known: readonly ShownCause[],
): ShownCause[] {
  const heard: ShownCause[] = [];
  const others = new Set(parts.map((part) => part.language).filter((each) => each !== language));
  for (const other of others) {
    const lexicon = lexiconOf(other);
    if (lexicon === null) continue;
    const { text } = customer;
    const sentences = splitSentences(text, lexicon.source.spaced ? null : lexicon.forms.question);
    const calm = sentences.map((sentence) => ({ ...sentence, content: false }));
    const inside = (span: { start: number; end: number }): boolean => {
      const { start, end } = originalSpan(customer, span.start, span.end);
      return parts.some(
        (part) => part.language === other && start >= part.start && end <= part.end,
      );
    };
    for (const cause of findCauses(text, calm, (sentence) => sentence.asks, lexicon)) {
      const taken = [...known, ...heard].some(({ id }) => id === cause.id);
      if (cause.stated && !taken && cause.evidence.every(inside)) heard.push(cause);
    }
  }
  return heard;
}
