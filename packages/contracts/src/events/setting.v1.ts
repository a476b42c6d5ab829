import { z } from 'zod';

/** A setting, a source's state or a token's hash, after a change. Kinds are added: who reads passes those it does not know. */
export const settingV1 = z.object({
  /** `setting`, `source`, `token`, `request`, `position` or `void-transaction` so far. */
  kind: z.string().min(1),
  name: z.string(),
  version: z.number().int().min(0),
  /**
   * Whatever the kind says: any JSON for a setting, `{live}` for a source, the token without its secret. A request that was answered under a
   * client's key: `{key, route, requestHash, takenAt, status}`. How far a group has read: `{group, next, eventIds}`, the events that this transaction
   * applied among it. A transaction that reached the log in part: `{through}`; its records up to this sequence count for nothing.
   */
  value: z.unknown(),
});
