import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRedressError, systemClock } from '@redress/runtime';
import { askRedress, expectSuccess, type Redress } from '../server/ask-redress.ts';
import { countInLog, endOfLog } from './count-in-log.ts';

/** One thing that was looked at: fine, or what is wrong and the way out. */
export interface Finding {
  readonly ok: boolean;
  readonly sentence: string;
}

/** Less free space than this is told. */
const LEAST_FREE_BYTES = 1024 ** 3;
/** Looks at counts that do not add up, and the time between two. */
const LOOKS = 3;
const LOOK_EVERY_MS = 1000;

/** Looks at everything a Redress on this folder needs, one finding after the other. Never throws. */
export async function* examine(dataDirectory: string): AsyncGenerator<Finding> {
  yield nodeVersion(process.versions.node);
  const directory = path.resolve(dataDirectory);
  if (!existsSync(directory)) {
    yield fine(`There is no data folder at ${directory} yet; \`redress start\` makes it.`);
    return;
  }
  yield await disk(directory);
  let redress: Redress;
  try {
    redress = await askRedress(directory);
  } catch (thrown) {
    yield wrong(describe(thrown));
    return;
  }
  try {
    yield fine(
      redress.served
        ? `A server runs on ${directory} and answers.`
        : `${directory} opens: its lock, its versions, the store and the log.`,
    );
    yield await attempt(() => ready(redress));
    yield await attempt(() => operators(redress));
    yield await attempt(() => readable(redress));
    yield await attempt(() => sums(redress));
  } finally {
    await redress.close();
  }
}

function nodeVersion(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 20)
    ? fine(`Node ${version} is new enough.`)
    : wrong(`Node ${version} is too old; install 20.20 or newer.`);
}

async function disk(directory: string): Promise<Finding> {
  try {
    const probe = await mkdtemp(path.join(directory, '.doctor-'));
    try {
      await writeFile(path.join(probe, 'probe'), 'x');
    } finally {
      await rm(probe, { recursive: true, force: true });
    }
  } catch {
    return wrong(
      `${directory} cannot be written to; give this user the right to, or choose another folder with --data-dir.`,
    );
  }
  const { bavail, bsize } = await statfs(directory);
  const gigabytes = (bavail * bsize) / 1024 ** 3;
  return bavail * bsize >= LEAST_FREE_BYTES
    ? fine(`${directory} can be written to; ${gigabytes.toFixed(1)} GiB are free.`)
    : wrong(
        `Only ${gigabytes.toFixed(1)} GiB are free where ${directory} is; make room before the disk is full.`,
      );
}

async function ready(redress: Redress): Promise<Finding> {
  const { body } = await redress.ask('GET', '/health/ready');
  const checks = Object.entries(
    (body as { checks?: Record<string, { ok: boolean; detail?: string }> }).checks ?? {},
  );
  const failed = checks
    .filter(([, { ok }]) => !ok)
    .map(([name, { detail }]) => `${name}: ${detail ?? 'does not answer'}`);
  return failed.length === 0
    ? fine(`Ready: ${checks.map(([name]) => name).join(', ')}.`)
    : wrong(`Not ready. ${failed.join('; ')}. The log lines on stderr say more.`);
}

/** Whether somebody hears of trouble without looking here. */
async function operators(redress: Redress): Promise<Finding> {
  const { body } = await redress.ask('GET', '/health/ready');
  const { checks } = body as { checks?: { operators?: { detail?: string } } };
  return fine(checks?.operators?.detail ?? 'Nothing is known of who hears of trouble.');
}

async function readable(redress: Redress): Promise<Finding> {
  const { items } = expectSuccess(await redress.ask('GET', '/v1/lag')) as {
    items: readonly { lag: number }[];
  };
  expectSuccess(await redress.ask('GET', '/v1/topics/feedback.received.v1/records'));
  const behind = items.reduce((sum, { lag }) => sum + lag, 0);
  return fine(`The log can be read; ${String(behind)} events are on their way.`);
}

/**
 * Whether what the store counts is what the log has taken. What arrives meanwhile may count on either side, and a dead letter is written down a
 * moment after it was put aside: only what stays is told.
 */
async function sums(redress: Redress): Promise<Finding> {
  let finding = await compareCounts(redress);
  for (let again = 1; again < LOOKS && !finding.ok; again += 1) {
    await systemClock.sleep(LOOK_EVERY_MS);
    finding = await compareCounts(redress);
  }
  return finding;
}

async function compareCounts(redress: Redress): Promise<Finding> {
  const bound = await endOfLog(redress);
  const stats = expectSuccess(await redress.ask('GET', '/v1/stats')) as Stats;
  const log = await countInLog(redress, bound);
  const { received, task, joined, outerLoopOnly, ignored, dead, inFlight, samples } = stats;
  const parts = [task, joined, outerLoopOnly, ignored, dead, inFlight];
  const counted = parts.reduce((sum, part) => sum + part, 0) + samples.received;
  const told = `received ${String(received)} = ${parts.map(String).join(' + ')} (task, joined, outer loop only, ignored, dead, in flight)${
    samples.received === 0 ? '' : `, and ${countOf(samples.received, 'sample')}`
  }`;
  const way =
    'Stop the server, keep a copy of the data folder and report it; what the log has is not lost.';
  if (log.before > counted)
    return wrong(
      `The counts do not add up: the log has taken ${countOf(log.before, 'feedback')}, and the store knows ${String(counted)}, so ${String(log.before - counted)} of them ended nowhere. ${told}. ${way}`,
    );
  // A dead letter need not be of a feedback that was received, and what cannot be read twice may be one.
  if (log.all < counted - dead - samples.dead)
    return wrong(
      `The counts do not add up: the store knows ${countOf(counted, 'feedback')}, and the log has ${String(log.all)}, so it has lost records. ${told}. ${way}`,
    );
  return fine(`The counts add up with the log’s ${countOf(log.all, 'feedback')}: ${told}.`);
}

type Counts = Readonly<
  Record<'received' | 'task' | 'joined' | 'outerLoopOnly' | 'ignored' | 'dead' | 'inFlight', number>
>;
type Stats = Counts & { readonly samples: Counts };

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

async function attempt(look: () => Promise<Finding>): Promise<Finding> {
  try {
    return await look();
  } catch (thrown) {
    return wrong(describe(thrown));
  }
}

function describe(thrown: unknown): string {
  return isRedressError(thrown)
    ? thrown.message
    : 'Something failed that should not; the log lines on stderr say more.';
}

function fine(sentence: string): Finding {
  return { ok: true, sentence };
}

function wrong(sentence: string): Finding {
  return { ok: false, sentence };
}
