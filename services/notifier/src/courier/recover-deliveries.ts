import type { Delivery } from '@redress/domain';
import { listDeliveries, releaseDeliveryLeases } from '@redress/store';
import type { Database } from '@redress/store';
import type { WorkQueue } from '@redress/work-queue';

const PAGE = 200;

/**
 * Puts a message on the queue for every delivery that was starting, or could have, when the process stopped: its own message may be hidden for minutes.
 * Only for a courier that is alone; with others at work it would send what they are sending. Answers how many.
 */
export async function recoverDeliveries(
  database: Database,
  queue: WorkQueue,
  now: string,
): Promise<number> {
  let recovered = 0;
  await releaseDeliveryLeases(database);
  for (const state of ['sending', 'queued'] as const) {
    let after: string | undefined;
    do {
      const page = await listDeliveries(database, { state, after, limit: PAGE });
      const due = page.items.filter((delivery) => isDue(delivery, now));
      if (due.length > 0) await queue.send(due.map(messageOf));
      recovered += due.length;
      after = page.next ?? undefined;
    } while (after !== undefined);
  }
  return recovered;
}

function isDue({ state, notBefore }: Delivery, now: string): boolean {
  return state === 'sending' || notBefore <= now;
}

function messageOf({ id, version }: Delivery): { body: string } {
  return { body: JSON.stringify({ deliveryId: id, version }) };
}
