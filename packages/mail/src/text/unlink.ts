const WORD_JOINER = '\u2060';

/**
 * A customer's text in which no mail program finds a link: an invisible, unbreakable joiner stands after `://`, after `@` and after a dot
 * between letters. It reads the same.
 */
export function unlink(text: string): string {
  return text
    .replace(/:\/\//gu, `:${WORD_JOINER}//${WORD_JOINER}`)
    .replace(/@(?=[\p{L}\p{N}])/gu, `@${WORD_JOINER}`)
    .replace(/(?<=[\p{L}\p{N}])\.(?=[\p{L}])/gu, `.${WORD_JOINER}`);
}
