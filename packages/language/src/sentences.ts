import type { Expression, Span } from './span.ts';
import { findSpans } from './span.ts';

/** A sentence of the normalised text. */
export interface Sentence extends Span {
  readonly asks: boolean;
}

const ENDS = /(?:[.!?…]+["')\]]*(?=\s|$|\p{L}))|\n+/gu;

/** The sentences, by end marks and line breaks; a mark inside a number does not end one. `question`: what asks without a mark, as particles do in Thai. */
export function splitSentences(text: string, question: Expression | null = null): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const push = (end: number): void => {
    const piece = text.slice(start, end);
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(piece)) {
      const asks = /\?["')\]\s!]*$/u.test(piece) || findSpans(question, piece).length > 0;
      sentences.push({ start, end, asks });
    }
    start = end;
  };
  for (const match of text.matchAll(ENDS)) push(match.index + match[0].length);
  push(text.length);
  return sentences;
}
