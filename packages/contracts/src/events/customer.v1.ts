import { z } from 'zod';
import { customerRecord } from '../customer.ts';
import { IDENTITY_TYPES, identity } from '../feedback.ts';
import { instant } from '../instant.ts';

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
  /** Every time this one was joined into another, with what showed it. */
  joins: z
    .array(
      z.object({
        into: z.string().min(1),
        at: instant,
        because: z.object({
          eventId: z.string().nullable(),
          identityTypes: z.array(z.enum(IDENTITY_TYPES)),
        }),
        undoneAt: instant.nullable(),
      }),
    )
    .optional(),
  identities: z.array(z.object({ identity, verified: z.boolean(), names: z.array(z.string()) })),
});
