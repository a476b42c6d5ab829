import {
  canonicalFeedback,
  contentHashOf,
  eventIdOf,
  feedbackIdOf,
  normaliseIdentity,
  partitionOf,
  sampleIdentity,
  withoutUnstorable,
} from '@redress/contracts';
import type { CanonicalFeedback, Channel, FeedbackReceived } from '@redress/contracts';
import type { FieldProblem } from '@redress/runtime';
import { cutFeedback } from './cut-feedback.ts';
import { describeIssues } from './describe-issues.ts';

/** Set for every feedback of one call; what a feedback itself says stands, but `sample` and `historical` can only be added. */
export interface IntakeContext {
  readonly channel?: Channel;
  readonly source?: string;
  readonly historical?: boolean;
  readonly sample?: boolean;
  /** Characters of text that are kept (100,000). */
  readonly maxTextLength?: number;
}

export interface IntakeSettings {
  /** When it was received. */
  readonly now: string;
  readonly partitions: number;
  /** Key of the partition's hash. */
  readonly secret: string;
}

export type Accepted =
  | { readonly ok: true; readonly eventId: string; readonly received: FeedbackReceived }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** How far ahead of our clock a source's clock may be. */
const AHEAD_MS = 5 * 60_000;
const MAX_TEXT_LENGTH = 100_000;

/** Checks, cleans and names one feedback. Pure: the same input at the same instant is the same event. */
export function acceptFeedback(
  input: unknown,
  context: IntakeContext,
  settings: IntakeSettings,
): Accepted {
  const given = withDefaults(input, context);
  const parsed = canonicalFeedback.safeParse(given);
  if (!parsed.success) return { ok: false, problems: describeIssues(parsed.error.issues, given) };
  const ahead = Date.parse(parsed.data.occurredAt) - Date.parse(settings.now);
  if (ahead > AHEAD_MS) {
    return {
      ok: false,
      problems: [{ field: 'occurredAt', message: 'lies more than 5 minutes ahead of our clock' }],
    };
  }
  const { value, replaced } = withoutUnstorable(parsed.data);
  const { feedback, cut } = cutFeedback(
    withPlainIdentities(value),
    context.maxTextLength ?? MAX_TEXT_LENGTH,
  );
  const feedbackId = feedbackIdOf(feedback.source, feedback.sourceId);
  const revision = {
    ...(feedback.revision ?? { at: settings.now }),
    hash: contentHashOf(feedback),
    stated: feedback.revision !== undefined,
  };
  return {
    ok: true,
    eventId: eventIdOf(feedbackId, revision),
    received: {
      ...feedback,
      feedbackId,
      receivedAt: settings.now,
      revision,
      partition: partitionOf(
        feedback.customer.identities,
        feedbackId,
        settings.partitions,
        settings.secret,
      ),
      ...(replaced === 0 ? {} : { replacedCharacters: replaced }),
      ...(cut ? { cut } : {}),
    },
  };
}

function withDefaults(input: unknown, context: IntakeContext): unknown {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return input;
  return {
    ...(context.channel === undefined ? {} : { channel: context.channel }),
    ...(context.source === undefined ? {} : { source: context.source }),
    ...input,
    ...(context.historical === true ? { historical: true } : {}),
    ...(context.sample === true ? { sample: true } : {}),
  };
}

function withPlainIdentities(feedback: CanonicalFeedback): CanonicalFeedback {
  const identities = feedback.customer.identities
    .map(normaliseIdentity)
    .map((identity) => (feedback.sample === true ? sampleIdentity(identity) : identity))
    // A phone of no digits or a lone @ names nobody.
    .filter((identity) => identity.value !== '');
  return { ...feedback, customer: { ...feedback.customer, identities } };
}
