import { createDeleteCollector } from './delete-collector.ts';
import { moveByHand } from './move-by-hand.ts';
import { moveByTask } from './move-by-task.ts';
import { deadLetterUrl } from './queue-address.ts';
import type { QueueAddress } from './queue-address.ts';
import { readAttributes } from './read-attributes.ts';
import { receiveMessages } from './receive-messages.ts';
import { sendMessages } from './send-messages.ts';
import type { QueueContext } from './sqs-client.ts';

/** Long enough for ten messages to be sent and deleted. */
const HIDDEN_SECONDS = 60;
const AT_ONCE = 10;

/** Moves what the queue's dead-letter queue holds back into the queue, by the engine where it can. Answers how many; 0 where there is no such queue. */
export async function redriveMessages(
  context: QueueContext,
  address: QueueAddress,
): Promise<number> {
  const { arn, redrive } = await readAttributes(context, address.url);
  if (redrive === null) return 0;
  const moved = await moveByTask(context, {
    sourceArn: redrive.deadLetterArn,
    destinationArn: arn,
  });
  if (moved !== null) return moved;

  const dead = deadLetterUrl(address, redrive.deadLetterArn);
  const { visible } = await readAttributes(context, dead);
  const deleteDead = createDeleteCollector(context, dead);
  return moveByHand({
    count: visible,
    send: (messages) => sendMessages(context, address.url, messages),
    receiveDead: () =>
      receiveMessages(context, dead, {
        max: AT_ONCE,
        visibilitySeconds: HIDDEN_SECONDS,
        waitSeconds: 1,
      }),
    deleteDead: ({ receipt }) => deleteDead(receipt),
  });
}
