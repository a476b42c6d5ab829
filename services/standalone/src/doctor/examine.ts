import { existsSync } from 'node:fs';
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isRedressError } from '@redress/runtime';
import { askRedress, expectSuccess, type Redress } from '../server/ask-redress.ts';

/** One thing that was looked at: fine, or what is wrong and the way out. */
export interface Finding {
  readonly ok: boolean;
  readonly sentence: string;
}

/** Less free space than this is told. */
const LEAST_FREE_BYTES = 1024 ** 3;

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

async function readable(redress: Redress): Promise<Finding> {
  const { items } = expectSuccess(await redress.ask('GET', '/v1/lag')) as {
    items: readonly { lag: number }[];
  };
  expectSuccess(await redress.ask('GET', '/v1/topics/feedback.received.v1/records'));
  const behind = items.reduce((sum, { lag }) => sum + lag, 0);
  return fine(`The log can be read; ${String(behind)} events are on their way.`);
}

async function sums(redress: Redress): Promise<Finding> {
  const { received, task, joined, outerLoopOnly, ignored, dead, inFlight } = expectSuccess(
    await redress.ask('GET', '/v1/stats'),
  ) as Record<string, number>;
  const parts = [task, joined, outerLoopOnly, ignored, dead, inFlight].map(
    (part) => part ?? Number.NaN,
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  const told = `received ${String(received)} = ${parts.map(String).join(' + ')} (task, joined, outer loop only, ignored, dead, in flight)`;
  return sum === received
    ? fine(`The counts add up: ${told}.`)
    : wrong(
        `The counts do not add up: ${told}. Ask again in a minute; if it stays so, keep the data folder and report it.`,
      );
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
