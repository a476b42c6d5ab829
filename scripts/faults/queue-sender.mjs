import { setTimeout as sleep } from 'node:timers/promises';
import { acceptFeedback } from '../../packages/intake/dist/index.js';

const WAIT_MS = 200;
/** Of one call, as SQS has it. */
const MOST_AT_ONCE = 10;

/**
 * A sender that puts feedback on a queue instead of posting it: what the queue has taken is promised. The ids, which an ingestor would answer, are
 * made as it makes them.
 */
export function createQueueSender({ queueUrl, partitions = 4 }) {
  const engine = new URL(queueUrl).origin;
  const sent = new Map();
  const stopping = new AbortController();
  let retries = 0;

  const put = async (entries) => {
    for (let rest = entries; rest.length > 0;) {
      stopping.signal.throwIfAborted();
      const answer = await ask(engine, { QueueUrl: queueUrl, Entries: rest }).catch(() => null);
      const done = new Set((answer?.Successful ?? []).map(({ Id }) => Id));
      rest = rest.filter(({ Id }) => !done.has(Id));
      if (rest.length === 0) return;
      retries += 1;
      await sleep(WAIT_MS);
    }
  };

  return {
    async hand(feedback) {
      const results = [];
      for (let from = 0; from < feedback.length; from += MOST_AT_ONCE) {
        const some = feedback.slice(from, from + MOST_AT_ONCE);
        await put(
          some.map(({ body }, index) => ({ Id: String(index), MessageBody: JSON.stringify(body) })),
        );
        for (const { body, customer, complains } of some) {
          const { eventId, feedbackId } = idsOf(body, partitions);
          const one = { feedbackId, eventId, customer, complains };
          sent.set(feedbackId, one);
          results.push(one);
        }
      }
      return results;
    },
    sent: () => [...sent.values()],
    get retries() {
      return retries;
    },
    stop: () => stopping.abort(),
  };
}

function idsOf(body, partitions) {
  const settings = { now: new Date().toISOString(), partitions, secret: 'of no use here' };
  const accepted = acceptFeedback(body, {}, settings);
  if (!accepted.ok) throw new Error(`no feedback: ${JSON.stringify(accepted.problems)}`);
  return { eventId: accepted.eventId, feedbackId: accepted.received.feedbackId };
}

async function ask(engine, input) {
  const response = await fetch(engine, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'AmazonSQS.SendMessageBatch',
    },
    body: JSON.stringify(input),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`the queue answered ${response.status}`);
  return response.json();
}
