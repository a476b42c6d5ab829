import { createHmac, timingSafeEqual } from 'node:crypto';
import { RedressError } from '@redress/runtime';

/** How long a link in a mail works, in milliseconds: seven days. */
export const ACTION_LINK_LIFETIME_MS = 7 * 86_400_000;

export const LINK_ACTIONS = ['acknowledge', 'promise', 'hand-over', 'not-a-complaint'] as const;
export type LinkAction = (typeof LINK_ACTIONS)[number];

/** What a link allows, to whom, and until when (ISO 8601). Bound to the task's cycle: a reopened task does not take links of before. */
export interface ActionClaims {
  readonly taskId: string;
  readonly cycle: number;
  readonly action: LinkAction;
  /** Owner's id. */
  readonly recipient: string;
  readonly expiresAt: string;
}

export type VerifiedLink =
  | { readonly ok: true; readonly claims: ActionClaims }
  | { readonly ok: false; readonly reason: 'forged' | 'expired' };

export interface ActionLinks {
  /** The address of a link: `<public address>/a/<token>`. */
  sign(claims: ActionClaims): string;
  /** Reads a token; anything that we did not sign is `forged`. Never throws. */
  verify(token: string, now: string): VerifiedLink;
}

/** Keeps tokens of other kinds, signed with the same secret, from being taken for these. */
const PURPOSE = 'redress-action-link-1:';
const LONGEST_TOKEN = 2000;

/**
 * Signed, expiring links for the buttons of a mail: HMAC-SHA256 over the claims. The secret has at least 32 characters, or
 * REDRESS_CONFIG_INVALID is thrown.
 */
export function createActionLinks({
  secret,
  publicUrl,
}: {
  secret: string;
  publicUrl: string;
}): ActionLinks {
  if (secret.length < 32)
    throw new RedressError(
      'REDRESS_CONFIG_INVALID',
      'The secret for links in mails must have at least 32 characters.',
    );
  const base = publicUrl.replace(/\/+$/u, '');
  const signatureOf = (body: string): string =>
    createHmac('sha256', secret).update(PURPOSE).update(body).digest('base64url');
  return {
    sign({ taskId, cycle, action, recipient, expiresAt }) {
      const body = Buffer.from(
        JSON.stringify([taskId, cycle, action, recipient, Date.parse(expiresAt)]),
        'utf8',
      ).toString('base64url');
      return `${base}/a/${body}.${signatureOf(body)}`;
    },
    verify(token, now) {
      const [body, signature, ...rest] = token.length > LONGEST_TOKEN ? [] : token.split('.');
      if (body === undefined || signature === undefined || rest.length > 0)
        return { ok: false, reason: 'forged' };
      if (!sameText(signature, signatureOf(body))) return { ok: false, reason: 'forged' };
      const claims = readClaims(body);
      if (claims === null) return { ok: false, reason: 'forged' };
      return Date.parse(claims.expiresAt) <= Date.parse(now)
        ? { ok: false, reason: 'expired' }
        : { ok: true, claims };
    },
  };
}

/** Takes as long for a wrong text as for the right one. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given, 'utf8'), Buffer.from(expected, 'utf8')];
  return a.length === b.length && timingSafeEqual(a, b);
}

function readClaims(body: string): ActionClaims | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(body, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
  if (!Array.isArray(parsed)) return null;
  const [taskId, cycle, action, recipient, expires] = parsed as readonly unknown[];
  const known = LINK_ACTIONS.find((candidate) => candidate === action);
  if (
    typeof taskId !== 'string' ||
    typeof cycle !== 'number' ||
    known === undefined ||
    typeof recipient !== 'string' ||
    typeof expires !== 'number'
  )
    return null;
  return { taskId, cycle, action: known, recipient, expiresAt: new Date(expires).toISOString() };
}
