import { ROOT_CAUSES, identity, instant, normaliseIdentity } from '@redress/contracts';
import type { TaskAction } from '@redress/domain';
import { z } from 'zod';

const words = z.string().trim().min(1).max(10_000);
const TYPES = [
  'acknowledge',
  'claim',
  'promise',
  'deliver',
  'resolve',
  'reopen',
  'assign',
  'note',
  'not-a-complaint',
] as const;

/** Where and by whom; absent `by`: the task's owner. */
const place = {
  at: instant,
  eventIndex: z.number().int().min(0).optional(),
  sourceId: words.optional(),
  customer: z.object({ identity: identity.transform(normaliseIdentity) }).optional(),
  by: z.string().trim().min(1).max(100).optional(),
};

const action = z.discriminatedUnion('type', [
  z.object({ ...place, type: z.literal('acknowledge') }),
  z.object({ ...place, type: z.literal('claim') }),
  z.object({ ...place, type: z.literal('promise'), text: words, dueAt: instant }),
  z.object({ ...place, type: z.literal('deliver'), note: words.optional() }),
  z.object({
    ...place,
    type: z.literal('resolve'),
    cause: words,
    causes: z.array(z.enum(ROOT_CAUSES)).min(1).optional(),
    action: z.object({ type: words, cost: z.number().min(0).optional() }),
    note: words.optional(),
  }),
  z.object({ ...place, type: z.literal('reopen'), reason: words }),
  z.object({ ...place, type: z.literal('assign'), owner: words }),
  z.object({ ...place, type: z.literal('note'), text: words }),
  z.object({ ...place, type: z.literal('not-a-complaint'), reason: words.optional() }),
]);
export type ActionLine = z.infer<typeof action>;

/**
 * One line of an actions file: when, on whose task (one of `eventIndex`, `sourceId`, `customer: {identity}`), what, with the fields of the HTTP body.
 * The kind stands in `type`, or in `action` where that is a word.
 */
export const actionLine = z
  .preprocess(withType, action)
  .refine(
    ({ eventIndex, sourceId, customer }) =>
      [eventIndex, sourceId, customer].filter((given) => given !== undefined).length === 1,
    {
      error: 'needs one of eventIndex, sourceId or customer: {identity}',
    },
  );

/** The action of a line, done by `owner` where it names nobody. */
export function taskActionOf(line: ActionLine, owner: string): TaskAction {
  const by = line.by ?? owner;
  switch (line.type) {
    case 'acknowledge':
    case 'claim':
      return { type: line.type, by };
    case 'promise':
      return { type: 'promise', by, text: line.text, dueAt: line.dueAt };
    case 'deliver':
      return { type: 'deliver', by, note: line.note };
    case 'resolve':
      return {
        type: 'resolve',
        by,
        cause: line.cause,
        causes: line.causes,
        actionType: line.action.type,
        cost: line.action.cost,
        note: line.note,
      };
    case 'reopen':
      return { type: 'reopen', by, reason: line.reason };
    case 'assign':
      return { type: 'assign', by, owner: line.owner };
    case 'note':
      return { type: 'note', by, text: line.text };
    case 'not-a-complaint':
      return { type: 'not-a-complaint', by, reason: line.reason };
  }
}

function withType(line: unknown): unknown {
  if (typeof line !== 'object' || line === null || 'type' in line || !('action' in line))
    return line;
  return (TYPES as readonly unknown[]).includes(line.action)
    ? { ...line, type: line.action, action: undefined }
    : line;
}
