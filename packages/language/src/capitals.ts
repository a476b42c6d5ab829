const CAPITAL = /\p{Lu}/u;
const LOUD = /\p{Lu}{4}/u;

const pages = new Array<Uint8Array | undefined>(256);

function pageOf(number: number): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, at) =>
    CAPITAL.test(String.fromCharCode(number * 256 + at)) ? 1 : 0,
  );
}

/** Whether four capitals stand together. Unicode is asked once about each letter, not at every place of every text. */
export function isLoud(text: string): boolean {
  let run = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // capitals outside the first plane are rare enough to ask for
    if (code >= 0xd800 && code < 0xdc00) return LOUD.test(text);
    const page = (pages[code >> 8] ??= pageOf(code >> 8));
    run = page[code & 0xff] === 1 ? run + 1 : 0;
    if (run === 4) return true;
  }
  return false;
}
