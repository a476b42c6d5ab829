import { createReadStream, statSync } from 'node:fs';
import path from 'node:path';
import { CHANNELS } from '@redress/contracts';
import { readFeedbackFile, type FeedbackLine } from '@redress/ingestor-http';
import { RedressError, systemClock, type FieldProblem } from '@redress/runtime';
import { SingleBar } from 'cli-progress';
import { Option, type Command } from 'commander';
import { checkFile } from '@redress/runtime';
import { describeLine } from '../files/line-problems.ts';
import { putAside } from '../ingest/put-aside.ts';
import { askRedress, expectSuccess, type Redress } from '../server/ask-redress.ts';
import { dataDirectoryOption } from './data-directory-option.ts';

interface IngestOptions {
  readonly channel?: string;
  readonly source?: string;
  readonly historical?: boolean;
  readonly dataDir: string;
}

/** Lines of one request: the import answers after the log has them all. */
const LINES_AT_ONCE = 200;

interface Rejected {
  readonly line: number;
  readonly problems: readonly FieldProblem[];
}

/** `redress ingest FILE`: feedback from a file, the same way in as over HTTP. */
export function addIngest(program: Command): void {
  program
    .command('ingest')
    .description(
      'take feedback from a file; a bad line is reported with its number and put aside, the rest goes in',
    )
    .argument('<file>', 'feedback, .jsonl or .csv')
    .addOption(
      new Option('--channel <channel>', 'channel of lines that name none').choices([...CHANNELS]),
    )
    .option('--source <name>', 'source of lines that name none')
    .option('--historical', 'old answers: figures and context, no task, no mail')
    .addOption(dataDirectoryOption())
    .action(async (file: string, options: IngestOptions) => {
      checkFile(file);
      const redress = await askRedress(options.dataDir);
      try {
        await ingest(file, options, redress);
      } finally {
        await redress.close();
      }
    });
}

async function ingest(file: string, options: IngestOptions, redress: Redress): Promise<void> {
  const format = /\.csv$/i.test(file) ? 'csv' : 'jsonl';
  const stream = createReadStream(file);
  const bar = new SingleBar({
    format: '{percentage} % |{bar}| {lines} lines',
    noTTYOutput: true,
    notTTYSchedule: 5000,
    stream: process.stderr,
  });
  bar.start(Math.max(1, statSync(file).size), 0, { lines: 0 });
  const rejected: Rejected[] = [];
  let accepted = 0;
  let part: FeedbackLine[] = [];
  const send = async (): Promise<void> => {
    const step = await sendPart(part, options, redress);
    accepted += step.accepted;
    rejected.push(...step.rejected);
    part = [];
    bar.update(stream.bytesRead, { lines: accepted + rejected.length });
  };
  try {
    for await (const line of readFeedbackFile(stream, format)) {
      part.push(line);
      if (part.length === LINES_AT_ONCE) await send();
    }
    if (part.length > 0) await send();
  } finally {
    bar.stop();
  }
  process.stdout.write(`${JSON.stringify({ accepted, rejected: rejected.length })}\n`);
  if (rejected.length === 0) return;
  process.exitCode = 1;
  for (const { line, problems } of rejected)
    process.stderr.write(describeLine(file, line, problems));
  const into = path.resolve(`rejected-${systemClock.now().replace(/[:.]/g, '-')}.${format}`);
  await putAside(file, new Set(rejected.map(({ line }) => line)), into, {
    withHeader: format === 'csv',
  });
  process.stderr.write(
    `${String(rejected.length)} lines were put aside in ${into}; correct them there and ingest that file.\n`,
  );
}

async function sendPart(
  part: readonly FeedbackLine[],
  options: IngestOptions,
  redress: Redress,
): Promise<{ accepted: number; rejected: readonly Rejected[] }> {
  const unreadable = part.filter((line) => 'problems' in line);
  const readable = part.filter((line) => 'input' in line);
  if (readable.length === 0) return { accepted: 0, rejected: unreadable };
  const query = new URLSearchParams({
    ...(options.channel === undefined ? {} : { channel: options.channel }),
    ...(options.source === undefined ? {} : { source: options.source }),
    ...(options.historical === true ? { historical: 'true' } : {}),
  });
  const body = readable.map(({ input }) => JSON.stringify(input)).join('\n');
  const answer = expectSuccess(
    await redress.ask('POST', `/v1/feedback/import?${query.toString()}`, body, 'application/jsonl'),
  );
  if (!isImportAnswer(answer))
    throw new RedressError(
      'REDRESS_SERVER_FAILED',
      'The server answered an import in a way that this release does not know; start the same release.',
    );
  const refused = answer.rejected.map(({ line, problems }) => ({
    line: readable[line - 1]?.line ?? 0,
    problems,
  }));
  return {
    accepted: answer.accepted,
    rejected: [...unreadable, ...refused].sort((a, b) => a.line - b.line),
  };
}

function isImportAnswer(
  answer: unknown,
): answer is { accepted: number; rejected: readonly Rejected[] } {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'accepted' in answer &&
    'rejected' in answer &&
    Array.isArray(answer.rejected)
  );
}
