import { z } from 'zod';
import { instant } from './instant.ts';

/** Where a customer can speak. */
export const CHANNELS = [
  'survey',
  'review',
  'social',
  'email',
  'chat',
  'call',
  'voicemail',
  'ticket',
  'product',
  'employee',
] as const;
export type Channel = (typeof CHANNELS)[number];

export const IDENTITY_TYPES = ['crm', 'email', 'phone', 'handle', 'device'] as const;

/** One way a customer is known. `verified`: an authenticated channel or the customer import says so. */
export const identity = z.object({
  type: z.enum(IDENTITY_TYPES),
  value: z.string().trim().min(1).max(320),
  network: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Where a handle lives, e.g. `x` or `mastodon.social`'),
  verified: z.boolean().optional(),
});
export type Identity = z.infer<typeof identity>;

/** The scale's ends by kind: NPS is fixed at 0 to 10, the others run from their least value to `max`. */
export const SCORE_SCALES = {
  nps: { min: 0, max: 10, maxFixed: true },
  csat: { min: 1, max: 5, maxFixed: false },
  ces: { min: 1, max: 7, maxFixed: false },
  stars: { min: 1, max: 5, maxFixed: false },
  thumbs: { min: 0, max: 1, maxFixed: true },
} as const;
export type ScoreKind = keyof typeof SCORE_SCALES;

/** A given score on a declared scale; a value outside its scale is refused. */
export const score = z
  .object({
    kind: z.enum(['nps', 'csat', 'ces', 'stars', 'thumbs']),
    value: z.number(),
    max: z.number().int().min(1).max(100).optional(),
  })
  .superRefine((given, context) => {
    const scale = SCORE_SCALES[given.kind];
    const max = scale.maxFixed ? scale.max : (given.max ?? scale.max);
    if (scale.maxFixed && given.max !== undefined && given.max !== scale.max) {
      context.addIssue({
        code: 'custom',
        path: ['max'],
        message: `${given.kind} always runs from ${String(scale.min)} to ${String(scale.max)}`,
      });
    }
    if (given.value < scale.min || given.value > max) {
      context.addIssue({
        code: 'custom',
        path: ['value'],
        message: `must be between ${String(scale.min)} and ${String(max)} for ${given.kind}`,
      });
    }
  });
export type Score = z.infer<typeof score>;

/** One turn of a conversation; only the customer's words are scored, the agent's are read for promises. */
export const turn = z.object({
  who: z.enum(['customer', 'agent']),
  text: z.string(),
  at: instant.optional(),
});
export type Turn = z.infer<typeof turn>;

/** Which state of the source's response this is; absent: the content's hash, dated when it was received. */
export const revision = z.object({
  at: instant,
  final: z.boolean().optional(),
  deleted: z.boolean().optional(),
});

/** What a channel says, in the one shape every channel is turned into. */
export const canonicalFeedback = z.object({
  channel: z.enum(CHANNELS),
  source: z.string().trim().min(1).max(100),
  sourceId: z.string().trim().min(1).max(500),
  occurredAt: instant,
  revision: revision.optional(),
  historical: z
    .boolean()
    .optional()
    .describe('Imports of old answers: figures and context, no task, no mail'),
  sample: z
    .boolean()
    .optional()
    .describe('The stories that ship as examples: never mailed, never in a figure, removable'),
  customer: z.object({
    name: z.string().trim().max(300).optional(),
    identities: z.array(identity).max(20),
  }),
  score: score.optional(),
  text: z.string().optional(),
  turns: z.array(turn).max(2000).optional(),
  language: z
    .string()
    .max(35)
    .optional()
    .describe("What the source says the language is; often the device's, so only a hint"),
  touchpoint: z.string().trim().min(1).max(100).optional(),
  minutes: z
    .number()
    .min(0)
    .max(100_000)
    .optional()
    .describe('How long the contact took the customer'),
  reach: z.number().int().min(0).optional().describe('How many people may have seen it'),
  contactRequested: z
    .object({ channel: z.string().max(50), window: z.string().max(200).optional() })
    .optional(),
  url: z.url().max(2000).optional(),
  attributes: z
    .record(z.string().max(100), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
    .optional(),
});
export type CanonicalFeedback = z.infer<typeof canonicalFeedback>;
