import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';

/** Writes the lines of a file that were not taken, untouched, so that they can be corrected and ingested again. Readable by their owner alone. */
export async function putAside(
  file: string,
  lines: ReadonlySet<number>,
  into: string,
  options: { withHeader: boolean },
): Promise<void> {
  const kept: string[] = [];
  let line = 0;
  // Split at line feeds alone: readline takes U+2028 for an end of line, which JSON may hold.
  let rest = '';
  const take = (text: string): void => {
    line += 1;
    if (lines.has(line) || (options.withHeader && line === 1)) kept.push(text);
  };
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    parts.forEach(take);
  }
  if (rest !== '') take(rest);
  await writeFile(into, `${kept.join('\n')}\n`, { mode: 0o600 });
}
