import { createServer, type AddressInfo, type Socket } from 'node:net';
import { talkSmtp, type HandedMail } from './smtp-conversation.ts';
import { createSmtpScript, type SmtpRule } from './smtp-script.ts';

/** A mail that was taken; answered with 250 unless the script cut the answer off. */
export interface SunkMail {
  readonly messageId: string;
  readonly to: readonly string[];
  /** Task it is about, where it says so. */
  readonly taskId: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Headers and body as they came. */
  readonly source: string;
}

/** A try to hand over a mail. */
export interface SmtpAttempt {
  readonly to: readonly string[];
  /** Null where it did not come to the mail. */
  readonly messageId: string | null;
  readonly at: number;
  /** `accepted`, or the phase and what happened there: `rcpt 550`, `data closed`, `message left` (the client had enough). */
  readonly ended: string;
}

/** A mail server on this machine that takes everything and passes nothing on, or breaks as it is told to. */
export interface SmtpSink {
  /** For SMTP_URL. */
  readonly url: string;
  /** In the order they came; grows. */
  readonly mails: readonly SunkMail[];
  /** Every try, the accepted among them, in the order they ended; grows. */
  readonly attempts: readonly SmtpAttempt[];
  /** What goes wrong from now on, instead of what did before; nothing for none. */
  script(rules: readonly SmtpRule[]): void;
  stop(): Promise<void>;
}

/** Starts a sink on a free port. */
export async function startSmtpSink(): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const attempts: SmtpAttempt[] = [];
  const script = createSmtpScript();
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    talkSmtp(socket, {
      script,
      took: (mail) => {
        mails.push({
          ...mail,
          messageId: headerOf(mail, 'message-id') ?? '',
          taskId: headerOf(mail, 'x-redress-task'),
          at: Date.now(),
        });
      },
      ended: (mail, ended) => {
        const messageId = headerOf(mail, 'message-id');
        attempts.push({ to: mail.to, messageId, at: Date.now(), ended });
      },
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${String(port)}`,
    mails,
    attempts,
    script: (rules) => {
      script.set(rules);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A header's first word: ids are one. */
function headerOf({ source }: HandedMail, name: string): string | null {
  const head = source.split('\r\n\r\n', 1)[0] ?? '';
  const line = head.split('\r\n').findIndex((text) => text.toLowerCase().startsWith(`${name}:`));
  if (line === -1) return null;
  // A long one begins on the line below.
  const lines = head.split('\r\n').slice(line, line + 2);
  return /^[^:]+:\s*(\S+)/u.exec(lines.join(' '))?.[1] ?? null;
}
