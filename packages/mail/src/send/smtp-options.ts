import { RedressError } from '@redress/runtime';

/** Where and how to connect, read from an address such as `smtps://user:password@mail.example.com:465`. */
export interface SmtpConnection {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  /** STARTTLS or nothing. */
  readonly requireTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/**
 * Reads an SMTP address. `smtps://` is TLS from the start (465), `smtp://` demands STARTTLS (587); only a loopback host or `?insecure`
 * may go without. Throws REDRESS_CONFIG_INVALID, which never repeats the address: it may hold a password.
 */
export function smtpConnectionOf(url: string): SmtpConnection {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !['smtp:', 'smtps:'].includes(parsed.protocol) || parsed.hostname === '')
    throw refusal('must look like smtps://user:password@mail.example.com:465');
  const unknown = [...parsed.searchParams.keys()].filter((name) => name !== 'insecure');
  if (unknown.length > 0) throw refusal('knows no option but ?insecure');
  const secure = parsed.protocol === 'smtps:';
  const host = parsed.hostname.replace(/^\[|\]$/gu, '');
  const user = decode(parsed.username);
  return {
    host,
    port: parsed.port === '' ? (secure ? 465 : 587) : Number(parsed.port),
    secure,
    requireTLS: !secure && !isLoopback(host) && !parsed.searchParams.has('insecure'),
    ...(user === '' ? {} : { auth: { user, pass: decode(parsed.password) } }),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw refusal('holds a percent sign that must be written as %25');
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/u.test(host);
}

function refusal(what: string): RedressError {
  return new RedressError('REDRESS_CONFIG_INVALID', `SMTP_URL ${what}.`);
}
