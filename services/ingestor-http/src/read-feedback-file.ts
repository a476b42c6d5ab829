import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import type { FieldProblem } from '@redress/runtime';
import { feedbackOfRow } from './csv-feedback.ts';
import { readLines } from './read-lines.ts';

export type FeedbackFormat = 'jsonl' | 'csv';

/** One line's feedback, unchecked, or why the line cannot be read. `line` is from 1; of a CSV record over several lines, the last. */
export type FeedbackLine =
  | { readonly line: number; readonly input: unknown }
  | { readonly line: number; readonly problems: readonly FieldProblem[] };

/** Longest line or record, in bytes. */
const MAX_LINE = 1_000_000;

/**
 * Reads feedback line by line from a file's path, a stream or a text's bytes. A bad line is told and the next is read;
 * empty lines are passed over, a byte order mark and CRLF do no harm. Of a CSV, unreadable lines may come some lines early.
 * Throws only what reading itself throws.
 */
export async function* readFeedbackFile(
  from: string | Readable | Buffer,
  format: FeedbackFormat,
): AsyncGenerator<FeedbackLine> {
  const stream =
    typeof from === 'string'
      ? createReadStream(from)
      : Buffer.isBuffer(from)
        ? Readable.from([from])
        : from;
  yield* format === 'jsonl' ? readJsonLines(stream) : readCsv(stream);
}

async function* readJsonLines(stream: Readable): AsyncGenerator<FeedbackLine> {
  for await (const { line, bytes } of readLines(stream, MAX_LINE)) {
    if (bytes === null) {
      yield unreadable(line, 'is longer than 1 MB');
      continue;
    }
    const text = decode(bytes);
    if (text === null) yield unreadable(line, 'is not written in UTF-8');
    else if (text.trim() !== '') yield readJson(line, text);
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function readJson(line: number, text: string): FeedbackLine {
  try {
    return { line, input: JSON.parse(text) as unknown };
  } catch {
    return unreadable(line, 'is no JSON');
  }
}

/** A record as csv-parse tells it with `info`. */
interface InformedRecord {
  readonly info: { readonly lines: number };
  readonly record: Readonly<Record<string, string>>;
}

async function* readCsv(stream: Readable): AsyncGenerator<FeedbackLine> {
  const skipped: FeedbackLine[] = [];
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    max_record_size: MAX_LINE,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error) => {
      skipped.push(unreadable(lineOf(error), describeCsvError(error?.code)));
      return undefined;
    },
  });
  const text = Readable.from(withoutCarriageReturns(stream));
  text.on('error', (error) => parser.destroy(error));
  for await (const { info, record } of text.pipe(parser) as AsyncIterable<InformedRecord>) {
    yield* skipped.splice(0);
    yield { line: info.lines, input: feedbackOfRow(record) };
  }
  yield* skipped;
}

/** CRLF as LF, also where a chunk ends between the two: the parser counts a CRLF within quotation marks as two lines. */
async function* withoutCarriageReturns(
  chunks: AsyncIterable<Buffer | string>,
): AsyncGenerator<Buffer> {
  let held = false;
  for await (const chunk of chunks) {
    const text: string = `${held ? '\r' : ''}${Buffer.from(chunk).toString('latin1')}`.replaceAll(
      '\r\n',
      '\n',
    );
    held = text.endsWith('\r');
    yield Buffer.from(held ? text.slice(0, -1) : text, 'latin1');
  }
}

function lineOf(error: unknown): number {
  return typeof error === 'object' &&
    error !== null &&
    'lines' in error &&
    typeof error.lines === 'number'
    ? error.lines
    : 0;
}

function describeCsvError(code: string | undefined): string {
  if (code === 'CSV_RECORD_INCONSISTENT_COLUMNS')
    return 'has more or fewer columns than the header';
  return code === 'CSV_MAX_RECORD_SIZE'
    ? 'is longer than 1 MB'
    : 'has a quotation mark out of place';
}

function unreadable(line: number, message: string): FeedbackLine {
  return { line, problems: [{ field: '', message }] };
}
