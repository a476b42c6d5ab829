/** One line of at most so many characters (code points), cut between words where it can be, with an ellipsis. */
export function shorten(text: string, characters: number): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const points = Array.from(line);
  if (points.length <= characters) return line;
  const cut = points.slice(0, characters - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > characters / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
