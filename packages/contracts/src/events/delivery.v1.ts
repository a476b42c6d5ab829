import { z } from 'zod';
import { instant } from '../instant.ts';

const news = z.object({
  code: z.enum([
    'opened',
    'reopened',
    'worse',
    'new-cause',
    'promise-broken',
    'public',
    'churn',
    'again',
    'detractor',
    'escalated',
    'assigned',
  ]),
  text: z.string(),
  feedbackId: z.string().nullable(),
});

/** A message to an owner as a whole, after a change. */
export const deliveryV1 = z.object({
  id: z.string().min(1),
  taskId: z.string().nullable().describe('Null for a digest'),
  cycle: z.number().int().min(0),
  recipient: z.string(),
  kind: z.enum(['opened', 'alert', 'escalation', 'promise-broken', 'digest']),
  news: z.array(news),
  state: z.enum([
    'queued',
    'sending',
    'sent',
    'cancelled',
    'failed',
    'unknown',
    'shadow',
    'digested',
  ]),
  reason: z.string().nullable(),
  createdAt: instant,
  notBefore: instant,
  attempts: z.number().int().min(0),
  messageId: z.string(),
  sentAt: instant.nullable(),
  sample: z.boolean(),
  version: z.number().int().min(0),
});
