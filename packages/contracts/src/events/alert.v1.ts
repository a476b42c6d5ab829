import { z } from 'zod';
import { instant } from '../instant.ts';
import { ROOT_CAUSES } from '../root-cause.ts';
import { SEVERITIES } from '../severity.ts';
import { OUTCOMES } from './feedback-decided.v1.ts';
import { INTENTS, reason } from './reason.ts';

/** An owner is told anew (`alert.raised`), or a pattern is found (`theme.alert`): which customer and task, how bad, and why. */
export const alertV1 = z.object({
  id: z.string().min(1),
  type: z.enum(['alert.raised', 'theme.alert']),
  at: instant,
  feedbackId: z.string().nullable(),
  customerId: z.string(),
  accountId: z.string().nullable(),
  taskId: z.string().nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  taskSeverity: z.enum(SEVERITIES).nullable(),
  causes: z.array(z.enum(ROOT_CAUSES)),
  reasons: z.array(reason),
  contacts: z.number().int().min(0),
  churn: z.enum(INTENTS),
  owner: z.string().nullable(),
  outer: z.enum(ROOT_CAUSES).nullable(),
  outcome: z.enum(OUTCOMES).optional(),
  reason: z.string().optional(),
  promise: z
    .object({
      id: z.string(),
      text: z.string(),
      by: z.string(),
      madeBy: z.string().nullable(),
      dueAt: instant.nullable(),
    })
    .optional(),
  join: z.object({ from: z.string(), into: z.string() }).optional(),
  delivery: z
    .object({ id: z.string(), recipient: z.string(), kind: z.string(), notBefore: instant })
    .optional(),
  rung: z.number().int().optional(),
});
