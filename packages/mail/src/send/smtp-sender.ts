import { createTransport } from 'nodemailer';
import type { SMTPPoolOptions } from 'nodemailer';
import type { MailAddress, MailSender } from './mail-sender.ts';
import { messageOf } from './message-of.ts';
import { outcomeOfError, withoutAddresses } from './outcome-of-error.ts';
import { smtpConnectionOf } from './smtp-options.ts';

/** Milliseconds: to connect, to the greeting, of silence, to resolve the host, and for the whole try. */
export interface SmtpTimeouts {
  readonly connection: number;
  readonly greeting: number;
  readonly socket: number;
  readonly dns: number;
  readonly overall: number;
}

const TIMEOUTS: SmtpTimeouts = {
  connection: 10_000,
  greeting: 10_000,
  socket: 20_000,
  dns: 5_000,
  overall: 60_000,
};

/** Idle connections are closed before a server would do it, in milliseconds: a mail given to a dying connection costs a retry. */
const IDLE_MS = 15_000;

export interface SmtpSenderOptions {
  /** As `smtpConnectionOf` reads it. */
  readonly url: string;
  readonly from: MailAddress;
  readonly timeouts?: Partial<SmtpTimeouts>;
  /** Called right after the server's 250, before anything else: the place where a crash sends a mail twice. */
  readonly afterAccepted?: () => void;
}

/**
 * Sends through an SMTP server over a pool of connections. Never tries again by itself: nodemailer's own requeueing is off, because it
 * would send a mail anew whose 250 was lost, unseen by the delivery's record. Throws REDRESS_CONFIG_INVALID for a bad address.
 */
export function createSmtpSender(options: SmtpSenderOptions): MailSender {
  const connection = smtpConnectionOf(options.url);
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const pool: SMTPPoolOptions & { pool: true } = {
    ...connection,
    // Where TLS is not demanded it is used if offered, with whatever certificate a local server has.
    ...(connection.secure || connection.requireTLS
      ? {}
      : { opportunisticTLS: true, tls: { rejectUnauthorized: false } }),
    pool: true,
    maxConnections: 5,
    maxMessages: 50,
    maxRequeues: 0,
    idleTimeout: IDLE_MS,
    connectionTimeout: timeouts.connection,
    greetingTimeout: timeouts.greeting,
    socketTimeout: timeouts.socket,
    dnsTimeout: timeouts.dns,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(pool);
  return {
    async send(mail, signal) {
      if (mail.sample) return { kind: 'permanent', reason: 'samples are never sent' };
      const made = messageOf(mail, options.from);
      if (!made.ok) return { kind: 'permanent', reason: made.reason };
      let response: string;
      try {
        const info = await transport.sendMail({
          ...made.message,
          signal: AbortSignal.any([signal, AbortSignal.timeout(timeouts.overall)]),
        });
        response = info.response;
      } catch (error) {
        return outcomeOfError(error);
      }
      options.afterAccepted?.();
      return { kind: 'accepted', response: withoutAddresses(response) };
    },
    close() {
      transport.close();
      return Promise.resolve();
    },
  };
}
