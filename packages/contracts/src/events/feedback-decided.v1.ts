import { z } from 'zod';
import { ROOT_CAUSES } from '../root-cause.ts';
import { SEVERITIES } from '../severity.ts';
import { reason } from './reason.ts';

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
  /** The customer it first came by: joins do not move a feedback. */
  foundAs: z.string().min(1).optional(),
  /** How it was weighed. */
  weighed: z
    .object({
      /** Null where it is no complaint. */
      severity: z.enum(SEVERITIES).nullable(),
      reasons: z.array(reason),
      causes: z.array(z.enum(ROOT_CAUSES)),
      /** The cause it counts for in the outer loop, told before or now. */
      outer: z.enum(ROOT_CAUSES).nullable(),
      /** Every cause it counts for. */
      themes: z.array(z.enum(ROOT_CAUSES)),
    })
    .optional(),
});
export type FeedbackDecided = z.infer<typeof feedbackDecidedV1>;
export type Outcome = (typeof OUTCOMES)[number];
