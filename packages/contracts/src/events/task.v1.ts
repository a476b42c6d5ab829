import { z } from 'zod';
import { instant } from '../instant.ts';
import { ROOT_CAUSES } from '../root-cause.ts';
import { SEVERITIES } from '../severity.ts';
import { EXPOSURES, INTENTS, reason } from './reason.ts';

const TASK_STATES = [
  'open',
  'acknowledged',
  'promised',
  'delivered',
  'resolved',
  'closed',
] as const;

/** When each step is due; null once it is done. */
const clockTimes = z.object({
  acknowledgeDueAt: instant.nullable(),
  promiseDueAt: instant.nullable(),
  deliverDueAt: instant.nullable(),
});

const resolution = z.object({
  cause: z.string(),
  causes: z
    .array(z.enum(ROOT_CAUSES))
    .optional()
    .describe(
      "What the customer's words complain of, as the owner confirmed or corrected it; left out where the owner did not say",
    ),
  action: z.object({ type: z.string(), cost: z.number().optional() }),
  note: z.string().optional(),
  by: z.string(),
});

/** A promise: what, by whom, by when, and whether it was kept. */
const promiseEntry = z.object({
  id: z.string(),
  text: z.string(),
  by: z.enum(['company', 'customer', 'owner']),
  madeAt: instant,
  feedbackId: z.string().nullable(),
  dueAt: instant.nullable(),
  status: z.enum(['pending', 'kept', 'broken', 'open-ended']),
  settledAt: instant.nullable(),
});

const pastCycle = z.object({
  cycle: z.number().int().min(1),
  touches: z.array(z.string()),
  severity: z.enum(SEVERITIES),
  openedAt: instant,
  acknowledgedAt: instant.nullable(),
  promisedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  endedAt: instant,
  resolution: resolution.nullable(),
});

/** A follow-up task as a whole, after a change. */
export const taskV1 = z.object({
  id: z.string().min(1),
  customerId: z.string().min(1),
  accountId: z.string().nullable(),
  state: z.enum(TASK_STATES),
  cycle: z.number().int().min(1).describe('1, and one more with each reopening'),
  severity: z.enum(SEVERITIES),
  causes: z.array(z.enum(ROOT_CAUSES)),
  churn: z.enum(INTENTS),
  exposure: z.enum(EXPOSURES),
  contacts: z.number().int().min(0),
  minutes: z.number().min(0),
  reasons: z.array(reason),
  language: z.string(),
  touchpoint: z.string().nullable(),
  owner: z.string(),
  ownerReason: z.string(),
  occurredAt: instant,
  receivedAt: instant,
  openedAt: instant,
  clocks: clockTimes
    .extend({ customer: clockTimes })
    .describe("Staff's clocks at the top, the customer's beneath"),
  acknowledgedAt: instant.nullable(),
  promisedAt: instant.nullable(),
  deliveredAt: instant.nullable(),
  resolvedAt: instant.nullable(),
  resolution: resolution.nullable(),
  closedReason: z.string().nullable(),
  promises: z.array(promiseEntry),
  touches: z.array(z.string()).describe('Feedback ids in order of (occurredAt, id)'),
  counted: z.array(z.enum(ROOT_CAUSES)),
  ladder: z.object({ fired: z.number().int().min(0), lastAt: instant.nullable() }),
  nextClockAt: instant.nullable(),
  pastCycles: z.array(pastCycle),
  sample: z.boolean(),
  shadow: z.boolean(),
  version: z.number().int().min(0),
});
