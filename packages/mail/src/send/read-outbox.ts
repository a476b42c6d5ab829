import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeHeaders, decodeParts, splitHead } from './decode-mime.ts';
import { codeOf } from './field-of.ts';
import { isDeliveryId } from './outbox-sender.ts';

/** A mail in the outbox, as a list shows it. */
export interface OutboxEntry {
  /** The delivery's id. */
  readonly id: string;
  /** ISO 8601, from the mail's `Date`. */
  readonly at: string;
  readonly to: string;
  readonly subject: string;
}

/** A mail in the outbox, whole. `html` is ours, with everything of the customer escaped; show it in a frame without scripts all the same. */
export interface OutboxMail extends OutboxEntry {
  readonly text: string;
  readonly html: string;
}

/** The outbox, newest first. A folder that is not there yet is empty; what is not a mail is passed over. */
export async function readOutbox(directory: string): Promise<readonly OutboxEntry[]> {
  const ids = (await namesIn(directory))
    .filter((name) => name.endsWith('.eml'))
    .map((name) => name.slice(0, -'.eml'.length));
  const entries: OutboxEntry[] = [];
  for (const id of ids) {
    const source = await sourceOf(directory, id);
    if (source !== null) entries.push(entryOf(id, source));
  }
  return entries.sort((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? 1 : -1));
}

/** One mail of the outbox, or null where there is none of that id. */
export async function readOutboxMail(directory: string, id: string): Promise<OutboxMail | null> {
  const source = await sourceOf(directory, id);
  if (source === null) return null;
  const parts = decodeParts(source);
  return {
    ...entryOf(id, source),
    text: parts.get('text/plain') ?? '',
    html: parts.get('text/html') ?? '',
  };
}

function entryOf(id: string, source: string): OutboxEntry {
  const headers = decodeHeaders(splitHead(source).head);
  const written = Date.parse(headers.get('date') ?? '');
  return {
    id,
    at: new Date(Number.isNaN(written) ? 0 : written).toISOString(),
    to: headers.get('to') ?? '',
    subject: headers.get('subject') ?? '',
  };
}

/** Bytes as Latin-1, one character a byte: the parts say themselves how they are encoded. */
async function sourceOf(directory: string, id: string): Promise<string | null> {
  if (!isDeliveryId(id)) return null;
  try {
    return await readFile(join(directory, `${id}.eml`), 'latin1');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT';
}
