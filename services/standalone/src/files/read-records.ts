import type { z } from 'zod';
import { readFeedbackFile } from '@redress/ingestor-http';
import type { FieldProblem } from '@redress/runtime';
import { checkFile } from '@redress/runtime';

/** A record of a JSONL file with the number of its line, or why the line was put aside. */
export type RecordLine<T> =
  | { readonly line: number; readonly record: T }
  | { readonly line: number; readonly problems: readonly FieldProblem[] };

/** Reads a JSONL file of one shape; empty lines are passed over. Throws REDRESS_USAGE where the file cannot be read. */
export async function readRecords<T extends z.ZodType>(
  file: string,
  schema: T,
): Promise<readonly RecordLine<z.infer<T>>[]> {
  checkFile(file);
  const lines: RecordLine<z.infer<T>>[] = [];
  for await (const read of readFeedbackFile(file, 'jsonl')) {
    if ('problems' in read) {
      lines.push(read);
      continue;
    }
    const parsed = schema.safeParse(read.input);
    lines.push(
      parsed.success
        ? { line: read.line, record: parsed.data }
        : { line: read.line, problems: problemsOf(parsed.error) },
    );
  }
  return lines;
}

/** Each issue of a schema by the field's dotted path. */
export function problemsOf(error: z.ZodError): readonly FieldProblem[] {
  return error.issues.map((issue) => ({
    field: issue.path.map(String).join('.'),
    message: issue.message,
  }));
}
