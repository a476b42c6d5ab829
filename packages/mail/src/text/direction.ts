const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const STRONG = /\p{L}/u;

/** Direction of a text: that of its first letter; left to right where it has none. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const first = STRONG.exec(text)?.[0];
  return first !== undefined && RTL.test(first) ? 'rtl' : 'ltr';
}

/** Whether a text would disturb a line of the other direction. */
export function mixesWith(text: string, direction: 'ltr' | 'rtl'): boolean {
  return direction === 'ltr'
    ? RTL.test(text) || BIDI_CONTROL.test(text)
    : /[\p{L}\p{N}+@]/u.test(text);
}

const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
