import { z } from 'zod';
import { canonicalFeedback } from '../feedback.ts';
import { instant } from '../instant.ts';

/** What the channel said, as the ingestor put it into the log. */
export const feedbackReceivedV1 = canonicalFeedback.extend({
  feedbackId: z.uuid(),
  receivedAt: instant,
  /** Always set: from the source where it tells, otherwise the content's hash dated `receivedAt`. */
  revision: z.object({
    at: instant,
    hash: z.string(),
    stated: z.boolean().describe('False where the source gave no revision of its own'),
    final: z.boolean().optional(),
    deleted: z.boolean().optional(),
  }),
  partition: z
    .number()
    .int()
    .min(0)
    .describe('Partition it was published to; the scorer publishes to the same'),
  replacedCharacters: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('How many characters were replaced by U+FFFD (NUL, lone surrogates)'),
  cut: z.boolean().optional().describe('The text was longer than we keep and ends in a marker'),
});
export type FeedbackReceived = z.infer<typeof feedbackReceivedV1>;
