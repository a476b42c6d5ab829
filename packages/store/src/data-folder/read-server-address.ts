import { readLiveHolder } from './lock.ts';

/** Where the server that holds a data folder answers, for a command that uses it; null where none runs or it does not serve yet. */
export async function readServerAddress(
  directory: string,
): Promise<{ readonly address: string; readonly token: string; readonly pid: number } | null> {
  const holder = await readLiveHolder(directory);
  if (holder?.address === undefined || holder.token === undefined) return null;
  return { address: holder.address, token: holder.token, pid: holder.pid };
}
