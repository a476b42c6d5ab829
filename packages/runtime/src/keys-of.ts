import { hkdfSync } from 'node:crypto';
import { z } from 'zod';

/** What services that run apart must share. */
export const secretVariables = {
  REDRESS_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters, e.g. from `openssl rand -base64 48`')
    .describe(
      'The same for every service and never changed: the keys of partitions, mail links and sessions are made from it.',
    ),
};

/** 32 bytes each, in base64url. */
export interface Keys {
  /** Keys partitions, so that nobody can tell from a partition who it is. */
  readonly hmac: string;
  /** Signs the links in mails. */
  readonly links: string;
  /** Signs session cookies. */
  readonly session: string;
}

/** The keys that services share, made from one secret (HKDF, RFC 5869): none of them tells another, or the secret. */
export function keysOf(secret: string): Keys {
  const key = (purpose: string): string =>
    Buffer.from(hkdfSync('sha256', secret, 'redress', purpose, 32)).toString('base64url');
  return { hmac: key('partitions'), links: key('links'), session: key('sessions') };
}
