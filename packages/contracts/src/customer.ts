import { z } from 'zod';
import { identity } from './feedback.ts';
import { calendarDate, instant, timeZone } from './instant.ts';

const currency = z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code, e.g. EUR');

/** One import record is one customer: a person, a household or a firm. Its identities count as verified. */
export const customerRecord = z.object({
  identities: z.array(identity).min(1).max(50),
  name: z.string().trim().max(300).optional(),
  account: z.string().trim().min(1).max(200).optional(),
  valuePerMonth: z.number().min(0).optional(),
  currency: currency.optional(),
  products: z
    .array(
      z.object({
        name: z.string().max(200),
        valuePerMonth: z.number().min(0),
        contractUntil: calendarDate.optional(),
      }),
    )
    .max(100)
    .optional(),
  since: calendarDate.optional(),
  renewalOn: calendarDate.optional(),
  renewedOn: calendarDate.optional(),
  leftOn: calendarDate.optional(),
  revenueShare: z.number().min(0).max(1).optional().describe('Share of our revenue, 0 to 1'),
  timeZone: timeZone.optional(),
  language: z.string().max(35).optional(),
  region: z.string().max(100).optional(),
  preferred: z
    .object({
      channel: z.string().max(50).optional(),
      language: z.string().max(35).optional(),
      hours: z.string().max(100).optional(),
    })
    .optional(),
  consent: z.record(z.string().max(100), z.boolean()).optional(),
  owner: z.string().max(100).optional(),
  doNotContact: z.boolean().optional(),
  sample: z.boolean().optional(),
});
export type CustomerRecord = z.infer<typeof customerRecord>;

/** Someone who can own a task. */
export const ownerRecord = z.object({
  id: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[\w.@-]+$/, 'may hold letters, digits, and . _ @ - only'),
  name: z.string().trim().max(200).optional(),
  email: z.email(),
  timeZone: timeZone.default('UTC'),
  languages: z.array(z.string().max(35)).default([]),
  teams: z.array(z.string().max(100)).default([]),
  quietHours: z.object({ from: z.string(), to: z.string() }).optional(),
  absentUntil: instant.optional(),
  standIn: z.string().max(100).optional(),
  supervisor: z
    .string()
    .max(100)
    .optional()
    .describe('Who hears of it when this owner does not move'),
  cap: z.number().int().min(1).optional().describe('Most open tasks at a time'),
  sample: z.boolean().optional(),
});
export type OwnerRecord = z.infer<typeof ownerRecord>;

/** Something the company sent or said. */
export const contactRecord = z.object({
  customer: z.union([z.object({ id: z.uuid() }), z.object({ identity })]),
  at: instant,
  channel: z.string().trim().min(1).max(50),
  direction: z.enum(['inbound', 'outbound']).default('outbound'),
  kind: z.enum(['survey', 'sales', 'service']),
  text: z.string().max(100_000).optional(),
  minutes: z.number().min(0).max(100_000).optional(),
});
export type ContactRecord = z.infer<typeof contactRecord>;
