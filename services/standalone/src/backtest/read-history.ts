import {
  canonicalFeedback,
  customerRecord,
  instant,
  normaliseIdentity,
  ownerRecord,
} from '@redress/contracts';
import type { CustomerRecord, OwnerRecord } from '@redress/contracts';
import type { History, PlannedAction } from '@redress/domain';
import { readFeedbackFile } from '@redress/ingestor-http';
import { acceptFeedback } from '@redress/intake';
import type { FieldProblem } from '@redress/runtime';
import { understandFeedback, type Listening } from '@redress/scorer';
import { z } from 'zod';
import { checkFile } from '@redress/runtime';
import { readRecords } from '../files/read-records.ts';
import { actionLine, taskActionOf } from './planned-action.ts';

/** Told of a line that is put aside. */
export type OnBadLine = (file: string, line: number, problems: readonly FieldProblem[]) => void;

const arrival = z.object({ receivedAt: instant.optional() });

/**
 * Reads feedback as the ingestor would take it and the scorer understand it. It arrives at the line's `receivedAt`,
 * otherwise when it occurred or was revised. `eventIndex` counts every line that is not empty, bad ones too.
 */
export async function readFeedback(
  file: string,
  onBadLine: OnBadLine,
  listening?: Listening,
): Promise<History['feedback']> {
  checkFile(file);
  const feedback: {
    eventId: string;
    scored: History['feedback'][number]['scored'];
    eventIndex: number;
  }[] = [];
  let eventIndex = -1;
  for await (const read of readFeedbackFile(file, 'jsonl')) {
    eventIndex += 1;
    if ('problems' in read) {
      onBadLine(file, read.line, read.problems);
      continue;
    }
    const accepted = acceptFeedback(
      read.input,
      {},
      { now: arrivalOf(read.input), partitions: 1, secret: '' },
    );
    if (!accepted.ok) {
      onBadLine(file, read.line, accepted.problems);
      continue;
    }
    const { eventId, received } = accepted;
    feedback.push({
      eventId,
      scored: { ...received, understanding: understandFeedback(received, listening) },
      eventIndex,
    });
  }
  return feedback;
}

function arrivalOf(input: unknown): string {
  const given = arrival.safeParse(input);
  if (given.success && given.data.receivedAt !== undefined) return given.data.receivedAt;
  const { occurredAt, revision } = { ...canonicalFeedback.safeParse(input).data };
  // What does not fit is refused by name whatever the instant.
  if (occurredAt === undefined) return new Date(0).toISOString();
  return revision !== undefined && revision.at > occurredAt ? revision.at : occurredAt;
}

export async function readCustomers(
  file: string,
  onBadLine: OnBadLine,
): Promise<readonly CustomerRecord[]> {
  const customers = await readGood(file, customerRecord, onBadLine);
  return customers.map((record) => ({
    ...record,
    identities: record.identities.map(normaliseIdentity),
  }));
}

export async function readOwners(
  file: string,
  onBadLine: OnBadLine,
): Promise<readonly OwnerRecord[]> {
  return readGood(file, ownerRecord, onBadLine);
}

export async function readActions(
  file: string,
  feedback: History['feedback'],
  onBadLine: OnBadLine,
): Promise<readonly PlannedAction[]> {
  const bySourceId = new Map(
    feedback.map(({ scored, eventIndex }) => [scored.sourceId, eventIndex ?? 0]),
  );
  const planned: PlannedAction[] = [];
  for (const read of await readRecords(file, actionLine)) {
    if ('problems' in read) {
      onBadLine(file, read.line, read.problems);
      continue;
    }
    const { at, eventIndex, sourceId, customer } = read.record;
    const index = eventIndex ?? (sourceId === undefined ? undefined : bySourceId.get(sourceId));
    const action = (owner: string) => taskActionOf(read.record, owner);
    if (customer !== undefined) planned.push({ at, on: { customer: customer.identity }, action });
    else if (index !== undefined) planned.push({ at, on: { eventIndex: index }, action });
    else
      onBadLine(file, read.line, [
        { field: 'sourceId', message: 'is of no feedback in the events file' },
      ]);
  }
  return planned;
}

async function readGood<T extends z.ZodType>(
  file: string,
  schema: T,
  onBadLine: OnBadLine,
): Promise<readonly z.infer<T>[]> {
  const lines = await readRecords(file, schema);
  return lines.flatMap((read) => {
    if ('record' in read) return [read.record];
    onBadLine(file, read.line, read.problems);
    return [];
  });
}
