/** The text without links and mentions, which are alike in every language. */
export function withoutLinks(text: string): string {
  return text.replace(/https?:\/\/\S+|@\w+/gu, ' ');
}
