import { acceptFeedback } from '../../../packages/intake/dist/index.js';
import { encodeEvent } from '../../../packages/contracts/dist/index.js';

const SECRET = 'the secret of a bench, of no use elsewhere';
/** What a detractor and somebody content say; lengths as mails and survey answers have them. */
const COMPLAINTS = [
  'This is the third time I call about the same invoice. You charged me twice, nobody answers the phone, and I was promised a refund within two days.',
  'The parcel came broken and the driver was rude. I have been waiting for a replacement for three weeks and I will cancel.',
  'The app throws an error whenever I pay. Support told me to wait four hours, that was yesterday.',
  'I asked to cancel and was put on hold for 45 minutes, then the line was cut. Unbelievable.',
];
const THANKS = [
  'Great service, thank you!',
  'Everything came on time and the driver was friendly.',
  'Quick answer, problem solved within the hour. I will come back.',
  'Good value, easy to use, nothing to complain about.',
];

/**
 * Feedback as customers would send it: one customer in `1 / detractors` complains, the rest is content, everybody speaks about twice.
 * The same index is the same feedback in every run.
 */
export function feedbackOf(index, { count, detractors, prefix = 'bench' }) {
  const unhappy = index % Math.round(1 / detractors) === 0;
  const texts = unhappy ? COMPLAINTS : THANKS;
  // One who complains has a number of their own, so that each complaint is a task.
  const customer = unhappy
    ? `unhappy-${index}`
    : `customer-${index % Math.max(1, Math.floor(count / 2))}`;
  return {
    channel: 'survey',
    source: prefix,
    sourceId: String(index),
    occurredAt: '2026-01-15T09:30:00.000Z',
    customer: { identities: [{ type: 'email', value: `${customer}@example.com` }] },
    score: { kind: 'nps', value: unhappy ? 1 : 10 },
    text: `${texts[index % texts.length]} Order ${10_000 + index}.`,
  };
}

/** The same feedback as events of `feedback.received.v1`: `{ partition, key, value, headers }`. */
export function* receivedEvents(options) {
  for (let index = 0; index < options.count; index += 1) {
    const accepted = acceptFeedback(
      feedbackOf(index, options),
      {},
      {
        now: '2026-01-15T09:31:00.000Z',
        partitions: options.partitions,
        secret: SECRET,
      },
    );
    if (!accepted.ok) throw new Error(JSON.stringify(accepted.problems));
    const { eventId: id, received } = accepted;
    const type = 'feedback.received.v1';
    yield {
      partition: received.partition,
      key: id,
      value: Buffer.from(
        encodeEvent({ id, type, source: 'bench', time: received.receivedAt, data: received }),
      ),
      headers: { ce_type: type, ce_id: id },
    };
  }
}
