import type { Span } from '../span.ts';
import { isDigit } from './words-source.ts';

const LONGEST = 40;

function isTokenLetter(code: number): boolean {
  // Latin and Cyrillic: numbers of orders hold no others
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x430 && code <= 0x44f);
}

function isToken(code: number): boolean {
  return isDigit(code) || isTokenLetter(code);
}

/** `-`, `/`, `_` and `.` between two letters or digits. */
function joins(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === 0x2d || code === 0x2f || code === 0x5f || code === 0x2e) &&
    isToken(text.charCodeAt(at - 1)) &&
    isToken(text.charCodeAt(at + 1))
  );
}

/** Runs of letters and digits, joined by `-`, `/`, `_` or `.`, that hold a digit; first to last. */
export function numberTokens(text: string): Span[] {
  const tokens: Span[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text.charCodeAt(at))) continue;
    let start = at;
    while (start > free && (isToken(text.charCodeAt(start - 1)) || joins(text, start - 1)))
      start -= 1;
    let end = at + 1;
    while (end < text.length && (isToken(text.charCodeAt(end)) || joins(text, end))) end += 1;
    if (end - start <= LONGEST) tokens.push({ start, end });
    free = end;
    at = end;
  }
  return tokens;
}

/** "6210 0000 1234 5678": where the groups of digits that follow a group end. */
export function endOfGroups(text: string, end: number): number {
  const groups = /(?: \d{3,4}(?![\p{L}\d.,/-]*[\p{L}\d]))+/uy;
  groups.lastIndex = end;
  return groups.test(text) ? groups.lastIndex : end;
}
