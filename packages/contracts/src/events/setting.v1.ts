import { z } from 'zod';

/** A setting, a source's state or a token's hash, after a change. Kinds are added: who reads passes those it does not know. */
export const settingV1 = z.object({
  /** `setting`, `source` or `token` so far. */
  kind: z.string().min(1),
  name: z.string(),
  version: z.number().int().min(0),
  /** Whatever the kind says: any JSON for a setting, `{live}` for a source, the token without its secret. */
  value: z.unknown(),
});
