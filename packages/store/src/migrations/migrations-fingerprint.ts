import { createHash } from 'node:crypto';
import { readMigrations } from './read-migrations.ts';

/** Names the set of migrations that ships, for what is made from it and kept. */
export async function migrationsFingerprint(): Promise<string> {
  const hash = createHash('sha256');
  for (const { checksum } of await readMigrations()) hash.update(checksum);
  return hash.digest('hex').slice(0, 12);
}
