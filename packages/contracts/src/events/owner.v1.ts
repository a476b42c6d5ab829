import { z } from 'zod';
import { ownerRecord } from '../customer.ts';

/** An owner as a whole, after a change. */
export const ownerV1 = ownerRecord.extend({ version: z.number().int().min(0) });
