import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './write-durably.ts';

/** 32 random bytes each, in base64url. */
export interface Secrets {
  /** Keys partitions, so that nobody can tell from a partition who it is. Never changed: it says where a customer's feedback is. */
  readonly hmac: string;
  /** Signs the links in mails. */
  readonly links: string;
  /** Signs session cookies. */
  readonly session: string;
}

/** The folder's secrets, made at its first start; readable by the owner of the process alone. */
export async function ensureSecrets(directory: string): Promise<Secrets> {
  const file = path.join(directory, 'secrets.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const secrets: Secrets = { hmac: secret(), links: secret(), session: secret() };
  await writeDurably(file, `${JSON.stringify(secrets)}\n`);
  return secrets;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}
