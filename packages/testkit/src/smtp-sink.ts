import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail that was answered with 250. */
export interface SunkMail {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Headers and body as they came. */
  readonly source: string;
}

/** A mail server on this machine that takes everything and passes nothing on. */
export interface SmtpSink {
  /** For SMTP_URL. */
  readonly url: string;
  /** In the order they came; grows. */
  readonly mails: readonly SunkMail[];
  stop(): Promise<void>;
}

/** Starts a sink on a free port. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, session, answered) {
      text(stream).then(
        (source) => {
          mails.push({
            messageId: /^message-id:\s*(\S+)/im.exec(source)?.[1] ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address),
            at: Date.now(),
            source,
          });
          answered();
        },
        (error: unknown) => {
          answered(error instanceof Error ? error : new Error('the mail broke off'));
        },
      );
    },
  });
  // A client that is killed resets its connection; that is what the sink is for.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}
