import { z } from 'zod';
import { instant } from '../instant.ts';

/** Lines that one change added to a task's timeline, in their order; a line is never changed. */
export const taskActivityV1 = z.object({
  /** The task's id and its first line's, joined by a colon. */
  id: z.string().min(1),
  taskId: z.string().min(1),
  lines: z
    .array(
      z.object({
        /** Rises with every line of any task. */
        id: z.number().int().min(1),
        at: instant,
        /** Owner's id, or the part of Redress that did it. */
        actor: z.string(),
        type: z.string(),
        data: z.record(z.string(), z.unknown()),
      }),
    )
    .min(1),
});
