import { z } from 'zod';

/** How many items a list answers with: 50 unless asked otherwise, 200 at most. */
export const listLimit = z.coerce.number().int().min(1).max(200).default(50);
