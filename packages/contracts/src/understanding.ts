import { z } from 'zod';
import { ROOT_CAUSES } from './root-cause.ts';

/** Words in the original text: `start` and `end` are UTF-16 offsets, `end` exclusive. */
export const evidence = z.object({
  text: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
});
export type Evidence = z.infer<typeof evidence>;

/** When a promise falls due: so many minutes after it was said, or at a local time so many days later in the customer's zone. */
export const promiseDue = z.union([
  z.object({ minutes: z.number().min(0) }),
  z.object({
    days: z.number().int().min(0),
    localTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  }),
]);
export type PromiseDue = z.infer<typeof promiseDue>;

export const statedPromise = z.object({
  text: z.string(),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  by: z.enum(['company', 'customer']),
  due: promiseDue.nullable(),
});
export type StatedPromise = z.infer<typeof statedPromise>;

/** What a number that a customer names can refer to. */
export const REFERENCE_KINDS = [
  'order',
  'invoice',
  'case',
  'booking',
  'account',
  'parcel',
  'other',
] as const;
export type ReferenceKind = (typeof REFERENCE_KINDS)[number];

/**
 * What was said, as far as the text alone tells. Offsets refer to `plainText(feedback)`: the text, or the turns joined by line breaks.
 * `form` tells a grievance that was stated from a question, a request, thanks or a plain remark.
 */
export const understanding = z.object({
  language: z.string().describe('ISO 639-1, or `und` where it cannot be told'),
  languages: z
    .array(
      z.object({
        language: z.string(),
        start: z.number().int().min(0),
        end: z.number().int().min(0),
      }),
    )
    .optional()
    .describe(
      'The stretches of the text, in its order, where it is written in two languages or more; `language` is that of most of it. Left out where there is one',
    ),
  sentiment: z.object({
    label: z.enum(['negative', 'neutral', 'positive', 'unknown']),
    negative: z.number().min(0).max(1),
    neutral: z.number().min(0).max(1),
    positive: z.number().min(0).max(1),
  }),
  intensity: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe(
      'How strongly ill feeling is worded, 0 to 1. `sentiment.negative` is how likely it is there at all',
    ),
  detractor: z
    .object({ probability: z.number().min(0).max(1), flag: z.boolean() })
    .describe(
      'Whether this customer is unhappy with us: from the text, and from the score where one was given',
    ),
  form: z.enum(['grievance', 'question', 'request', 'thanks', 'remark']),
  causes: z.array(
    z.object({
      id: z.enum(ROOT_CAUSES),
      probability: z.number().min(0).max(1),
      evidence: z.array(evidence),
    }),
  ),
  churn: z.object({ level: z.enum(['none', 'risk', 'stated']), evidence: z.array(evidence) }),
  /** `threatened`: says they will go public, to a lawyer or a regulator; `public`: did, or this is public by its channel and they say so. */
  exposure: z.object({
    level: z.enum(['none', 'threatened', 'public']),
    evidence: z.array(evidence),
  }),
  promises: z.array(statedPromise),
  promiseOutcome: z
    .enum(['none', 'kept', 'broken'])
    .describe(
      'The customer says that what was promised came in time (`kept`) or did not (`broken`)',
    ),
  recovery: z
    .object({ level: z.enum(['none', 'solved', 'renewed']), evidence: z.array(evidence) })
    .describe('The customer says it is put right: solved, refunded, renewed'),
  contacts: z
    .number()
    .int()
    .min(0)
    .nullable()
    .describe('How often the customer says they had to turn to us about it'),
  amounts: z.array(
    z.object({
      value: z.number(),
      currency: z.string().nullable(),
      text: z.string(),
      start: z.number().int(),
      end: z.number().int(),
    }),
  ),
  references: z
    .array(evidence.extend({ kind: z.enum(REFERENCE_KINDS), value: z.string() }))
    .optional()
    .describe(
      'Numbers of orders, invoices, cases, bookings, accounts and parcels that the customer names; `value` in capitals and western digits, without spaces. Left out where there is none',
    ),
  dates: z
    .array(evidence.extend({ iso: z.string().regex(/^\d{4}-\d{2}-\d{2}$/) }))
    .optional()
    .describe(
      'Days that the customer names; a day without a year is the nearest past one seen from `occurredAt`. Left out where there is none',
    ),
  escalationAsked: z
    .array(evidence)
    .optional()
    .describe(
      'Where the customer asks for someone higher, or writes to them: a manager, the board, the head office. Left out where they do not',
    ),
  competitors: z
    .array(evidence.extend({ name: z.string() }))
    .optional()
    .describe(
      'Other companies that the customer names as a place to go to; `name` as listed, else as written. Left out where there is none',
    ),
  minutes: z
    .number()
    .min(0)
    .nullable()
    .describe("Minutes of the customer's time, as the text states"),
  touchpoint: z.string().nullable(),
  disagreement: z.boolean().describe('The score and the text say opposite things'),
  model: z.string().describe('Which model said so'),
});
export type Understanding = z.infer<typeof understanding>;
