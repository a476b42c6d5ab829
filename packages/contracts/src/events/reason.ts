import { z } from 'zod';
import { evidence } from '../understanding.ts';

/** How far a customer is on the way out. */
export const INTENTS = ['none', 'risk', 'stated'] as const;

/** How public a grievance is. */
export const EXPOSURES = ['none', 'threatened', 'public'] as const;

const REASON_CODES = [
  'score',
  'sentiment',
  'cause',
  'churn-risk',
  'churn-stated',
  'exposure-threatened',
  'exposure-public',
  'amount-anomaly',
  'repeat-contact',
  'passed-promise',
  'value',
  'revenue-share',
  'renewal',
  'friction',
  'effort',
  'solved',
  'renewed',
] as const;

/** One contribution to a severity, in words a person can check. */
export const reason = z.object({
  code: z.enum(REASON_CODES),
  points: z.number(),
  text: z.string(),
  evidence: z.array(evidence).optional(),
  about: z
    .string()
    .optional()
    .describe(
      'What of its kind it is, where the code is not all of it: `someone-higher` of `exposure-threatened`, `competitor` of the two about leaving',
    ),
});
