import { z } from 'zod';
import { contactRecord } from '../customer.ts';

/** Something the company sent or said, to the customer it was found to be for. */
export const contactV1 = contactRecord.omit({ customer: true }).extend({
  id: z.string().min(1),
  customerId: z.string().min(1),
  sample: z.boolean().optional(),
});
