import { ROOT_CAUSES, instant } from '@redress/contracts';
import type { TaskAction } from '@redress/domain';
import { z } from 'zod';

const words = z.string().trim().min(1, 'must not be empty').max(4000);
/** The version the task had when it was read; another one by now is a conflict. */
const version = z.number().int().min(1).optional();
/** What the customer's words complain of, in the owner's judgement; each once. */
const confirmedCauses = z
  .array(z.enum(ROOT_CAUSES))
  .min(1, 'must name at least one; `other` where none fits')
  .refine((causes) => new Set(causes).size === causes.length, 'must name each cause once');

/** What a person can do with a task: the body of each, and the action it stands for. */
export const TASK_ACTIONS = {
  acknowledge: action(
    'Say that somebody has it; mails about it stop.',
    z.object({ version }),
    (_, by) => ({ type: 'acknowledge', by }),
  ),
  claim: action('Take the task over as its owner.', z.object({ version }), (_, by) => ({
    type: 'claim',
    by,
  })),
  promise: action(
    'Write down what was promised to the customer, and by when.',
    z.object({ version, text: words.max(2000), dueAt: instant }),
    ({ text, dueAt }, by) => ({ type: 'promise', by, text, dueAt }),
  ),
  deliver: action(
    'Say that what was promised is delivered.',
    z.object({ version, note: words.optional() }),
    ({ note }, by) => ({ type: 'deliver', by, note }),
  ),
  resolve: action(
    'Close the loop: what it came from and what was done. `causes` confirms or corrects what the customer’s words complain of; `redress train --from-store` learns from it.',
    z.object({
      version,
      cause: z.enum(ROOT_CAUSES),
      causes: confirmedCauses.optional(),
      action: z.object({ type: words.max(100), cost: z.number().min(0).optional() }),
      note: words.optional(),
    }),
    ({ cause, causes, action: { type, cost }, note }, by) => ({
      type: 'resolve',
      by,
      cause,
      causes,
      actionType: type,
      cost,
      note,
    }),
  ),
  assign: action(
    'Hand the task over to another owner, who gets a mail.',
    z.object({ version, owner: words.max(100) }),
    ({ owner }, by) => ({ type: 'assign', by, owner }),
  ),
  reopen: action(
    'Open a resolved or closed task again, with new clocks.',
    z.object({ version, reason: words }),
    ({ reason }, by) => ({ type: 'reopen', by, reason }),
  ),
  note: action('Add a note to the story.', z.object({ version, text: words }), ({ text }, by) => ({
    type: 'note',
    by,
    text,
  })),
  'not-a-complaint': action(
    'Close the task because nothing is complained of.',
    z.object({ version, reason: words.optional() }),
    ({ reason }, by) => ({ type: 'not-a-complaint', by, reason }),
  ),
} as const;

/** A body that an action takes; every one may carry the version. */
interface ActionBody {
  readonly version?: number | undefined;
}

interface ActionRoute {
  readonly summary: string;
  readonly body: z.ZodType<ActionBody>;
  readonly toAction: (body: ActionBody, by: string) => TaskAction;
}

function action<Body extends z.ZodType<ActionBody>>(
  summary: string,
  body: Body,
  toAction: (body: z.output<Body>, by: string) => TaskAction,
): ActionRoute {
  return { summary, body, toAction: (given, by) => toAction(given as z.output<Body>, by) };
}

/** Named in the interface, filled by a later version. */
export const LATER_ACTIONS = {
  verify: 'Asking the customer whether it is put right comes with the inner loop.',
  snooze: 'Putting a task off until a time comes with the inner loop.',
  undo: 'Taking the last step back comes with the inner loop.',
} as const;
