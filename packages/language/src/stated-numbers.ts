import type { CompiledLexicon } from './compiled-lexicon.ts';
import { findSpans } from './span.ts';

/** The value of a number in digits or words ("25", "twenty five", "خمسا وعشرين"); null where there is none. */
export function readNumber(text: string, lexicon: CompiledLexicon): number | null {
  const digits = /\d+/u.exec(text);
  if (digits !== null) return Number(digits[0]);
  const parts: { start: number; end: number; value: number }[] = [];
  for (const { expression, value } of lexicon.cardinals) {
    for (const span of findSpans(expression, text)) {
      // the longest word at a place wins: "sixty" over "six"
      const rival = parts.findIndex((part) => part.start < span.end && span.start < part.end);
      if (rival === -1) parts.push({ ...span, value });
      else if (span.end - span.start > (parts[rival]?.end ?? 0) - (parts[rival]?.start ?? 0))
        parts[rival] = { ...span, value };
    }
  }
  if (parts.length === 0) return null;
  parts.sort((a, b) => a.start - b.start);
  let total = 0;
  for (const { value } of parts) {
    if ((value === 10 || value === 100 || value === 1000) && total > 0 && total < value)
      total *= value;
    else total += value;
  }
  return total;
}

/** The value of an ordinal ("3rd", "third"); null where there is none. */
export function readOrdinal(text: string, lexicon: CompiledLexicon): number | null {
  const digits = /\d+/u.exec(text);
  if (digits !== null) return Number(digits[0]);
  for (const { expression, value } of lexicon.ordinals) {
    if (findSpans(expression, text).length > 0) return value;
  }
  return null;
}
