import { z } from 'zod';

/** What a message of the queue brings. */
export type MessageContent =
  | { readonly kind: 'feedback'; readonly inputs: readonly unknown[] }
  /** It is kept, and no feedback. `told`: the reason in a few fixed words, for logs and metrics. */
  | { readonly kind: 'other'; readonly told: string; readonly reason: string };

/** What SNS wraps a message in, unless the subscription delivers it raw. */
const snsEnvelope = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  TopicArn: z.string(),
  Message: z.string(),
});

/** What SES tells of a mail, received or sent. */
const sesNotification = z
  .object({
    notificationType: z.string().optional(),
    eventType: z.string().optional(),
    mail: z.object({ messageId: z.string(), timestamp: z.string(), source: z.string() }),
  })
  .transform(({ notificationType, eventType }) => notificationType ?? eventType)
  .pipe(z.string());

/** A topic may be subscribed to another; no more than that. */
const MOST_ENVELOPES = 2;

/**
 * Reads a message's body: the canonical JSON of a feedback, an array of them, or either in an envelope of SNS. Whether a feedback is as it must be is
 * not looked at here. Nothing in an envelope is followed or believed: who may send is the queue's policy.
 */
export function readMessage(body: string, envelopes = 0): MessageContent {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return envelopes === 0
      ? other('no JSON', 'is no JSON')
      : other('no JSON in SNS', 'is an envelope of SNS whose message is no JSON');
  }
  if (Array.isArray(parsed)) {
    return parsed.length === 0
      ? other('empty', 'is an empty array')
      : { kind: 'feedback', inputs: parsed };
  }
  const sns = snsEnvelope.safeParse(parsed);
  if (sns.success) {
    if (sns.data.Type !== 'Notification') return subscription(sns.data.Type);
    return envelopes === MOST_ENVELOPES
      ? other('too many envelopes', 'is in more than two envelopes of SNS')
      : readMessage(sns.data.Message, envelopes + 1);
  }
  const ses = sesNotification.safeParse(parsed);
  if (ses.success) return aboutMail(ses.data);
  return { kind: 'feedback', inputs: [parsed] };
}

function subscription(
  type: 'SubscriptionConfirmation' | 'UnsubscribeConfirmation',
): MessageContent {
  return type === 'SubscriptionConfirmation'
    ? other(
        'SNS asks to confirm a subscription',
        'is the question of SNS whether to subscribe this queue; it is not followed. If you want it, confirm it with `aws sns confirm-subscription` and the Token in these bytes',
      )
    : other(
        'SNS tells of an end of subscription',
        'tells that a topic of SNS no longer sends here; if that was not meant, subscribe the queue again',
      );
}

/** SES tells who wrote and when, and at most the whole mail in MIME: what the customer said is not in it as words. */
function aboutMail(type: string): MessageContent {
  return type === 'Received'
    ? other(
        'mail received by SES',
        'is mail that SES received: its words are in MIME, which this ingestor does not read, and a feedback without its words would be judged wrongly',
      )
    : other('news of SES about a mail', 'is news of SES about a mail that was sent, no feedback');
}

function other(told: string, reason: string): MessageContent {
  return { kind: 'other', told, reason };
}
