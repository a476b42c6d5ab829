import { z } from 'zod';
import { ROOT_CAUSES } from '../root-cause.ts';

export const OUTCOMES = ['task', 'joined', 'outer loop only', 'ignored'] as const;

/** How a feedback ended, and why. Emitted again when later news changes it (a retraction, an earlier touch that arrives late). */
export const feedbackDecidedV1 = z.object({
  feedbackId: z.uuid(),
  eventId: z.uuid(),
  outcome: z.enum(OUTCOMES),
  reason: z.string(),
  policyVersion: z.string(),
  customerId: z.uuid(),
  taskId: z.uuid().nullable(),
  /** The cause this touch counts for in the outer loop, or null where it counts nothing new. */
  outer: z.enum(ROOT_CAUSES).nullable(),
  sample: z.boolean().optional(),
});
export type FeedbackDecided = z.infer<typeof feedbackDecidedV1>;
export type Outcome = (typeof OUTCOMES)[number];
