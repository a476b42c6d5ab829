import type { CompiledLexicon } from './compiled-lexicon.ts';
import { findSpans } from './span.ts';

const MULTIPLIES: ReadonlySet<number> = new Set([10, 100, 1000, 10_000, 100_000, 1_000_000]);

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
  let unit = 0;
  for (const { value } of parts) {
    if (!MULTIPLIES.has(value)) unit += value;
    else {
      // "two hundred" is 2 × 100, in "two hundred and five thousand" all of 205 is multiplied, in "สองร้อยห้าสิบ" the ten takes the five alone
      if (total + unit < value) total = Math.max(1, total + unit) * value;
      else total += Math.max(1, unit) * value;
      unit = 0;
    }
  }
  return total + unit;
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
