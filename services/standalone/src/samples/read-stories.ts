import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { canonicalFeedback, customerRecord, ownerRecord } from '@redress/contracts';
import type { CanonicalFeedback, CustomerRecord, OwnerRecord } from '@redress/contracts';
import { RedressError } from '@redress/runtime';
import type { z } from 'zod';
import { actionLine, type ActionLine } from '../backtest/planned-action.ts';
import { readRecords } from '../files/read-records.ts';

/** A story that ships: what customers said over time, who they are, who looks after them, and what was done. */
export interface Story {
  readonly id: string;
  readonly feedback: readonly CanonicalFeedback[];
  readonly customers: readonly CustomerRecord[];
  readonly owners: readonly OwnerRecord[];
  readonly actions: readonly ActionLine[];
}

/** Where the stories that ship stand: beside the services. */
const SAMPLES_FOLDER = path.join(import.meta.dirname, '../../../../samples');

/** Every story of a folder, by name. Throws REDRESS_SAMPLE_INVALID for a line that does not fit; no folder: none. */
export async function readStories(folder: string = SAMPLES_FOLDER): Promise<readonly Story[]> {
  if (!existsSync(folder)) return [];
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  const stories: Story[] = [];
  for (const id of ids) {
    const read = <T extends z.ZodType>(file: string, schema: T) =>
      readAll(path.join(folder, id, file), schema);
    stories.push({
      id,
      feedback: await read('feedback.jsonl', canonicalFeedback),
      customers: await read('customers.jsonl', customerRecord),
      owners: await read('owners.jsonl', ownerRecord),
      actions: await read('actions.jsonl', actionLine),
    });
  }
  return stories;
}

async function readAll<T extends z.ZodType>(
  file: string,
  schema: T,
): Promise<readonly z.infer<T>[]> {
  if (!existsSync(file)) return [];
  const lines = await readRecords(file, schema);
  return lines.map((read) => {
    if ('record' in read) return read.record;
    throw new RedressError(
      'REDRESS_SAMPLE_INVALID',
      `${file}:${String(read.line)} is no record of a sample; take the samples as they ship.`,
    );
  });
}
