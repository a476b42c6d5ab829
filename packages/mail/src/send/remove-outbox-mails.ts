import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeliveryId } from './outbox-sender.ts';

/** Takes the mails of these deliveries out of the outbox; those that are not there are passed over. */
export async function removeOutboxMails(directory: string, ids: readonly string[]): Promise<void> {
  for (const id of ids.filter(isDeliveryId))
    await rm(join(directory, `${id}.eml`), { force: true });
}
