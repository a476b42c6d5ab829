import { codeOf, fieldOf } from './field-of.ts';
import type { SendOutcome } from './mail-sender.ts';

/** Answers of 500 and more that are about our access to the server, not about this mail: it can go once that is put right. */
const ABOUT_ACCESS: ReadonlySet<number> = new Set([503, 530, 534, 535, 538]);
const ABOUT_THE_MAIL: ReadonlySet<string> = new Set(['MAIL FROM', 'RCPT TO', 'DATA']);
/** What nodemailer refuses by itself before it asks a server. */
const NEVER_SENDABLE: ReadonlySet<string> = new Set([
  'EENVELOPE',
  'EMESSAGE',
  'EFILEACCESS',
  'EURLACCESS',
  'EMAXRECIPIENTS',
]);

/**
 * Tells what goes later from what never will. Permanent is only a 5xx answer to MAIL FROM, RCPT TO or DATA, and a mail that cannot
 * be written down; a server that refuses our login, our connection or our TLS has a fault that somebody repairs.
 */
export function outcomeOfError(thrown: unknown): SendOutcome {
  const code = codeOf(thrown);
  const command = fieldOf(thrown, 'command');
  const answer = fieldOf(thrown, 'responseCode');
  const response = fieldOf(thrown, 'response');
  if (code === 'EABORT')
    return { kind: 'temporary', reason: 'the server did not answer in time, or we were stopping' };
  if (typeof answer === 'number') {
    const to = typeof command === 'string' ? command : '';
    const refused =
      answer >= 500 && answer < 600 && !ABOUT_ACCESS.has(answer) && ABOUT_THE_MAIL.has(to);
    const said = typeof response === 'string' ? withoutAddresses(response) : String(answer);
    return {
      kind: refused ? 'permanent' : 'temporary',
      reason: `the server answered ${to === '' ? '' : `${to} with `}${said}`,
    };
  }
  if (NEVER_SENDABLE.has(code))
    return { kind: 'permanent', reason: `the mail cannot be sent as it is (${code})` };
  return { kind: 'temporary', reason: `no connection to the mail server (${code})` };
}

/** A server's answer on one line, without the addresses that servers like to repeat. */
export function withoutAddresses(response: string): string {
  return response
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/gu, '<address>')
    .trim()
    .slice(0, 200);
}
