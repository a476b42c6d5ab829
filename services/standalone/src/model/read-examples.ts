import { existsSync } from 'node:fs';
import type { ConfirmedExample } from '@redress/domain';
import { RedressError, createLogger } from '@redress/runtime';
import { listExamples, openPostgres, type Page } from '@redress/store';
import { readConfig, readRemote } from '../config.ts';
import { askRedress, expectSuccess } from '../server/ask-redress.ts';

/** Tasks that are looked at in one go. */
const AT_ONCE = 200;

/**
 * Every case that owners confirmed: from the console at REDRESS_URL, else the database that DATABASE_URL names, else the data folder, through its server
 * where one runs. Throws REDRESS_USAGE where there is no such folder.
 */
export async function readExamples(dataDirectory: string): Promise<readonly ConfirmedExample[]> {
  const config = readConfig();
  if (readRemote() === null && config.DATABASE_URL !== undefined) {
    const database = await openPostgres({
      url: config.DATABASE_URL,
      poolSize: config.DATABASE_POOL_SIZE,
      applicationName: 'redress train',
      logger: createLogger({ name: 'redress', level: 'warn', destination: process.stderr }),
    });
    try {
      return await allPages((after) => listExamples(database, { after, limit: AT_ONCE }));
    } finally {
      await database.close();
    }
  }
  if (readRemote() === null && !existsSync(dataDirectory))
    throw new RedressError(
      'REDRESS_USAGE',
      `There is no data folder at ${dataDirectory}; name yours with --data-dir, or set DATABASE_URL.`,
    );
  const redress = await askRedress(dataDirectory);
  try {
    return await allPages(async (after) => {
      const query = new URLSearchParams({ limit: String(AT_ONCE), cursor: after ?? '' });
      if (after === undefined) query.delete('cursor');
      const address = `/v1/examples?${query.toString()}`;
      return expectSuccess(await redress.ask('GET', address)) as Page<ConfirmedExample>;
    });
  } finally {
    await redress.close();
  }
}

/** Each once, also where a task moved from one page to another meanwhile. */
async function allPages(
  page: (after: string | undefined) => Promise<Page<ConfirmedExample>>,
): Promise<readonly ConfirmedExample[]> {
  const all = new Map<string, ConfirmedExample>();
  let after: string | undefined;
  do {
    const { items, next } = await page(after);
    for (const example of items) all.set(example.id, example);
    after = next ?? undefined;
  } while (after !== undefined);
  return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
