import { oncePerUnit } from './once-per-unit.ts';

const CAPITAL = /\p{Lu}/u;
const LOUD = /\p{Lu}{4}/u;

const isCapital = oncePerUnit((code) => (CAPITAL.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether four capitals stand together. */
export function isLoud(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // capitals outside the first plane are rare enough to ask for
    if (code >= 0xd800 && code < 0xdc00) return LOUD.test(text);
    run = isCapital(code) === 1 ? run + 1 : 0;
    if (run === 4) return true;
  }
  return false;
}
