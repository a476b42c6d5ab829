import { z } from 'zod';

/** Where news are told. */
export const NEWS_CHANNEL = 'changes';

const newsShape = z.object({ tasks: z.array(z.string()).nullable(), deliveries: z.number().int() });

/** That something changed, so that whoever shows it looks again: ids and a number, nothing of anybody. */
export interface News {
  /** Ids of the tasks that changed; null where they are too many or not known: look at all. */
  readonly tasks: readonly string[] | null;
  /** How many messages to owners were written or changed. */
  readonly deliveries: number;
}

/** More ids than this are no news of single tasks. */
const MOST_TASKS = 100;

/** Reads a message of the channel; null for one that a later release may have written. */
export function readNews(message: string): News | null {
  try {
    return newsShape.safeParse(JSON.parse(message)).data ?? null;
  } catch {
    return null;
  }
}

/** Several news as one. */
export function mergeNews(all: readonly News[]): News {
  const ids = new Set(all.flatMap(({ tasks }) => tasks ?? []));
  const unknown = all.some(({ tasks }) => tasks === null) || ids.size > MOST_TASKS;
  return {
    tasks: unknown ? null : [...ids],
    deliveries: all.reduce((sum, { deliveries }) => sum + deliveries, 0),
  };
}
