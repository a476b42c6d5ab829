/** Splits a block of patterns at line ends and commas, so that a lexicon reads like a word list. */
export function list(block: string): readonly string[] {
  return block
    .split(/[\n,]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
