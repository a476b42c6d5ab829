const OPENS = new Set(['\u2066', '\u2067', '\u2068']);
const FSI = '\u2068';
const PDI = '\u2069';

/**
 * Text whose isolates are closed and that closes none of ours: without this a single U+2069 in a customer's words
 * would end the isolate we put around them. Embeddings and overrides end with the isolate by themselves.
 */
export function balanceIsolates(line: string): string {
  let depth = 0;
  let balanced = '';
  for (const character of line) {
    if (character === PDI) {
      if (depth === 0) continue;
      depth -= 1;
    } else if (OPENS.has(character)) {
      depth += 1;
    }
    balanced += character;
  }
  return balanced + PDI.repeat(depth);
}

/** A line of somebody else's text, kept from changing the order of the characters around it (UAX 9). One line: a break ends every isolate. */
export function isolate(line: string): string {
  return `${FSI}${balanceIsolates(line)}${PDI}`;
}
