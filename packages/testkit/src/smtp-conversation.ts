import type { Socket } from 'node:net';
import type { SmtpFault, SmtpPhase, SmtpScript } from './smtp-script.ts';

/** A mail as it was handed over. */
export interface HandedMail {
  readonly to: readonly string[];
  /** Headers and body as they came, dots unstuffed; what had come where it broke off. */
  readonly source: string;
}

/** What a conversation tells. */
export interface SmtpListener {
  readonly script: SmtpScript;
  /** The mail is taken; told before its 250. */
  took(mail: HandedMail): void;
  /** A try to hand over a mail, or to get that far, came to an end: `accepted`, or the phase and what happened there. */
  ended(mail: HandedMail, how: string): void;
}

const USUAL: Readonly<Record<SmtpPhase, string>> = {
  connect: '220 sink ESMTP',
  ehlo: '250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8',
  mail: '250 ok',
  rcpt: '250 ok',
  data: '354 go on',
  message: '250 taken',
};
const PHASES: Readonly<Record<string, SmtpPhase>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
};
/** So much of a mail comes before it is cut off in its middle. */
const HALF = 200;

/** Talks SMTP with one client, and breaks as the script says. */
export function talkSmtp(socket: Socket, listener: SmtpListener): void {
  let waiting = '';
  let recipients: string[] = [];
  let mail: string[] | null = null;
  let cutting = false;
  /** Under way: something was tried whose end is not told yet. */
  let open = true;
  let phase: SmtpPhase = 'connect';
  let silent = false;

  const end = (how: string): void => {
    if (!open) return;
    // Of several recipients those refused are told at once, the mail goes on for the others.
    const alone = phase === 'rcpt' && recipients.length > 1;
    open = alone;
    listener.ended(handed(alone ? recipients.slice(-1) : recipients, mail ?? []), how);
  };
  const drop = (how: string): void => {
    end(how);
    silent = true;
    socket.destroy();
  };
  const say = (text: string): void => {
    if (!silent) socket.write(`${text}\r\n`);
  };
  const perform = (fault: SmtpFault): void => {
    switch (fault.kind) {
      case 'answer':
        say(`${String(fault.code)} ${fault.text ?? 'scripted'}`);
        end(`${phase} ${String(fault.code)}`);
        if (fault.code === 421) {
          silent = true;
          socket.end();
        }
        return;
      case 'hang':
        silent = true;
        return;
      case 'drip':
        silent = true;
        drip(socket, `${USUAL[phase]}\r\n`, fault.everyMs);
        return;
      case 'close':
      case 'take-and-close':
        drop(`${phase} closed`);
    }
  };
  /** Answers as usual, or as the script says; true where all is well. */
  const pass = (at: SmtpPhase): boolean => {
    phase = at;
    const fault = listener.script.next(at, recipients);
    if (fault === null) {
      say(USUAL[at]);
      return true;
    }
    // The middle of the mail is yet to come.
    if (at === 'data' && fault.kind === 'close') {
      say(USUAL.data);
      cutting = true;
      return true;
    }
    perform(fault);
    return false;
  };
  const finish = (lines: readonly string[]): void => {
    phase = 'message';
    const fault = listener.script.next('message', recipients);
    if (fault === null || fault.kind === 'take-and-close') listener.took(handed(recipients, lines));
    if (fault === null) {
      end('accepted');
      say(USUAL.message);
    } else perform(fault);
    mail = null;
    recipients = [];
  };
  const command = (line: string): void => {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'QUIT') {
      open = false;
      say('221 good bye');
      socket.end();
      return;
    }
    if (verb === 'RSET') {
      recipients = [];
      open = false;
      say('250 ok');
      return;
    }
    const at = PHASES[verb];
    if (at === undefined) {
      say(verb === 'NOOP' ? '250 ok' : '502 not here');
      return;
    }
    if (at === 'mail') {
      recipients = [];
      open = true;
    }
    if (at === 'data' && recipients.length === 0) {
      say('554 no valid recipients');
      return;
    }
    if (at === 'rcpt') recipients.push(/<([^>]*)>/u.exec(line)?.[1] ?? '');
    const well = pass(at);
    if (at === 'rcpt' && !well) recipients.pop();
    if (at === 'rcpt' && well) open = true;
    if (at === 'data' && well) mail = [];
    // A greeting that went well is nothing whose end is to be told.
    if (at === 'ehlo' && well) open = false;
  };

  socket.setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('close', () => {
    end(`${phase} left`);
  });
  const hear = (line: string): void => {
    if (silent) return;
    if (mail === null) command(line);
    else if (line === '.') finish(mail);
    else mail.push(line.startsWith('..') ? line.slice(1) : line);
    if (cutting && (mail?.join().length ?? 0) > HALF) drop('data closed');
  };
  socket.on('data', (chunk: string) => {
    const lines = (waiting + chunk).split('\r\n');
    waiting = lines.pop() ?? '';
    for (const line of lines) hear(line);
  });
  pass('connect');
}

/** Read byte by byte until here; a mail is UTF-8. */
function handed(to: readonly string[], lines: readonly string[]): HandedMail {
  return { to: [...to], source: Buffer.from(lines.join('\r\n'), 'latin1').toString() };
}

function drip(socket: Socket, text: string, everyMs: number): void {
  let at = 0;
  const timer = setInterval(() => {
    if (socket.destroyed || at >= text.length) clearInterval(timer);
    else socket.write(text.charAt(at));
    at += 1;
  }, everyMs);
  timer.unref();
}
