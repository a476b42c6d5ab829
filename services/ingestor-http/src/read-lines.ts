/** A line of a file, from 1; null where it is longer than the limit. */
export interface Line {
  readonly line: number;
  readonly bytes: Buffer | null;
}

const NEWLINE = 0x0a;

/** Lines without their ends (LF or CRLF), holding one line of at most `limit` bytes at a time; the rest of a longer one is passed over. */
export async function* readLines(
  chunks: AsyncIterable<Buffer | string>,
  limit: number,
): AsyncGenerator<Line> {
  let parts: Buffer[] = [];
  let size = 0;
  let line = 0;

  const take = (): Line => {
    line += 1;
    const whole = size > limit ? null : Buffer.concat(parts);
    parts = [];
    size = 0;
    return { line, bytes: whole?.at(-1) === 0x0d ? whole.subarray(0, -1) : whole };
  };
  const add = (part: Buffer): void => {
    size += part.length;
    if (size > limit) parts = [];
    else parts.push(part);
  };

  for await (const chunk of chunks) {
    let rest = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      add(rest.subarray(0, end));
      yield take();
      rest = rest.subarray(end + 1);
    }
    add(rest);
  }
  if (size > 0) yield take();
}
