import { IDENTITY_TYPES } from '@redress/contracts';
import type { Identity } from '@redress/contracts';
import { z } from 'zod';

const PATTERN = /^([a-z]+):(.+)$/s;

/**
 * An identity written in an address: `email:a@b.example`, `phone:+48600100200`, `handle:name@network`. A plus sign that nobody escaped
 * arrives as a space and is read as what it was.
 */
export const identityInAddress = z
  .string()
  .max(500)
  .transform((given, context): Identity => {
    const [, type, rest = ''] = PATTERN.exec(given) ?? [];
    const known = IDENTITY_TYPES.find((candidate) => candidate === type);
    if (known === undefined) {
      context.addIssue({
        code: 'custom',
        message: `must be a type (${IDENTITY_TYPES.join(', ')}), a colon and the value, e.g. phone:+48600100200`,
      });
      return z.NEVER;
    }
    if (known === 'phone') return { type: known, value: rest.replace(/^ /, '+') };
    const at = rest.lastIndexOf('@');
    return known === 'handle' && at > 0
      ? { type: known, value: rest.slice(0, at), network: rest.slice(at + 1) }
      : { type: known, value: rest };
  });
