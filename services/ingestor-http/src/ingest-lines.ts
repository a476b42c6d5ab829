import type { Ingestor, IntakeContext } from '@redress/intake';
import type { FieldProblem } from '@redress/runtime';
import type { FeedbackLine } from './read-feedback-file.ts';

/** A line that was not taken, and why. */
export interface RejectedLine {
  readonly line: number;
  readonly problems: readonly FieldProblem[];
}

/** What a part of a file came to; `lastLine` tells how far the reading is. */
export interface IngestStep {
  readonly accepted: number;
  readonly rejected: readonly RejectedLine[];
  readonly lastLine: number;
}

/** Lines of one write to the log. */
const LINES_AT_ONCE = 200;

/**
 * Takes a file's lines in parts of some hundred; each step is durable when it is told. A bad line is put aside and the rest goes in.
 * Throws a retryable RedressError where the log is away.
 */
export async function* ingestLines(
  ingestor: Ingestor,
  lines: AsyncIterable<FeedbackLine>,
  context: IntakeContext = {},
): AsyncGenerator<IngestStep> {
  let part: FeedbackLine[] = [];
  for await (const line of lines) {
    part.push(line);
    if (part.length === LINES_AT_ONCE) {
      yield await ingestPart(ingestor, part, context);
      part = [];
    }
  }
  if (part.length > 0) yield await ingestPart(ingestor, part, context);
}

async function ingestPart(
  ingestor: Ingestor,
  part: readonly FeedbackLine[],
  context: IntakeContext,
): Promise<IngestStep> {
  const readable = part.filter((line) => 'input' in line);
  const results = await ingestor.take(
    readable.map(({ input }) => input),
    context,
  );
  const refused = results.flatMap((result, index) =>
    result.ok ? [] : [{ line: readable[index]?.line ?? 0, problems: result.problems }],
  );
  const unreadable = part.filter((line) => 'problems' in line);
  return {
    accepted: results.length - refused.length,
    rejected: [...unreadable, ...refused].sort((a, b) => a.line - b.line),
    lastLine: part.at(-1)?.line ?? 0,
  };
}
