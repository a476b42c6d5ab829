/** Line breaks of every kind, NUL and the other controls: nothing that could begin a header of its own. */
const CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;
const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A value that fits one header line: controls become spaces, bidi controls go. */
export function headerValue(text: string): string {
  return text.replace(CONTROLS, ' ').replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
}

/** Whether a text holds what no address or id may hold. */
export function hasControls(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}
