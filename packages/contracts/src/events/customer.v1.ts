import { z } from 'zod';
import { customerRecord } from '../customer.ts';
import { identity } from '../feedback.ts';

/** A customer as a whole, after a change: what the import says, what they are known by, and whom they were joined into. */
export const customerV1 = z.object({
  id: z.string().min(1),
  accountId: z.string().nullable(),
  name: z.string().nullable(),
  /** What the customer import says; null where none ever came. */
  record: customerRecord.nullable(),
  sample: z.boolean(),
  version: z.number().int().min(0),
  mergedInto: z.string().nullable(),
  identities: z.array(z.object({ identity, verified: z.boolean(), names: z.array(z.string()) })),
});
