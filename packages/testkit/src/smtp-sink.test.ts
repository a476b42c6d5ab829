import { createConnection } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';
import type { SmtpFault, SmtpPhase } from './smtp-script.ts';

let sink: SmtpSink;
beforeEach(async () => {
  sink = await startSmtpSink();
});
afterEach(() => sink.stop());

const MAIL = ['Message-ID: <1@example.com>', 'X-Redress-Task: t1', '', 'Grüße', '..', '.'].join(
  '\r\n',
);
const linesTo = (...recipients: readonly string[]): readonly string[] => [
  'EHLO here',
  'MAIL FROM:<a@example.com>',
  ...recipients.map((recipient) => `RCPT TO:<${recipient}>`),
  'DATA',
  MAIL,
  'QUIT',
];

/** Sends line after line, each after the answer to the one before; the codes answered. Ends when the other does, or says nothing for so long. */
function speak(lines: readonly string[], patienceMs = 300): Promise<string[]> {
  return new Promise((resolve) => {
    const socket = createConnection(Number(new URL(sink.url).port), '127.0.0.1');
    const answers: string[] = [];
    let next = 0;
    socket.setTimeout(patienceMs, () => socket.destroy());
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(answers);
    });
    socket.on('data', (chunk) => {
      answers.push(String(chunk).slice(0, 3).trim());
      const line = lines[next];
      if (line !== undefined) socket.write(`${line}\r\n`);
      next += 1;
    });
  });
}

const send = (to = 'b@example.com') => speak(linesTo(to));
const faulty = (at: SmtpPhase, fault: SmtpFault) => {
  sink.script([{ at, fault }]);
};
const ends = () => sink.attempts.map(({ ended }) => ended);

describe('SMTP sink', () => {
  it('takes a mail, answers 250 and keeps who it was for, its Message-ID, its task and its text', async () => {
    expect(await send()).toEqual(['220', '250', '250', '250', '354', '250', '221']);
    expect(sink.mails).toMatchObject([
      { messageId: '<1@example.com>', taskId: 't1', to: ['b@example.com'] },
    ]);
    expect(sink.mails[0]!.source).toMatch(/\r\n\r\nGrüße\r\n\.$/u);
    expect(sink.attempts).toMatchObject([{ ended: 'accepted', to: ['b@example.com'] }]);
  });

  it('reads an id that stands on a line of its own', async () => {
    const folded = 'Message-ID:\r\n <long@example.com>\r\n\r\nHello\r\n.';
    await speak(linesTo('b@example.com').map((line) => (line === MAIL ? folded : line)));
    expect(sink.mails[0]!.messageId).toBe('<long@example.com>');
  });

  it.each([
    ['connect', ['421']],
    ['ehlo', ['220', '421']],
    ['mail', ['220', '250', '421']],
    ['rcpt', ['220', '250', '250', '421']],
    ['data', ['220', '250', '250', '250', '421']],
    ['message', ['220', '250', '250', '250', '354', '421']],
  ] as const)('answers 421 at %s and hangs up', async (at, answers) => {
    faulty(at, { kind: 'answer', code: 421 });
    expect(await send()).toEqual(answers);
    expect(sink.mails).toEqual([]);
    expect(ends()).toEqual([`${at} 421`]);
  });

  it('puts a recipient off so many times, and others not at all', async () => {
    sink.script([{ at: 'rcpt', to: /^grey/u, times: 2, fault: { kind: 'answer', code: 451 } }]);
    await send('grey@example.com');
    await send();
    await send('grey@example.com');
    await send('grey@example.com');
    expect(ends()).toEqual(['rcpt 451', 'accepted', 'rcpt 451', 'accepted']);
  });

  it.each([550, 552, 553, 554])('refuses with %d at RCPT and after the mail', async (code) => {
    faulty('rcpt', { kind: 'answer', code });
    expect((await send())[3]).toBe(String(code));
    faulty('message', { kind: 'answer', code });
    expect((await send())[5]).toBe(String(code));
    expect(sink.mails).toEqual([]);
  });

  it('takes a mail for some of its recipients', async () => {
    sink.script([{ at: 'rcpt', to: /^no/u, fault: { kind: 'answer', code: 550 } }]);
    await speak(linesTo('yes@example.com', 'no@example.com', 'too@example.com'));
    expect(sink.mails).toMatchObject([{ to: ['yes@example.com', 'too@example.com'] }]);
    expect(sink.attempts.map(({ to, ended }) => [to, ended])).toEqual([
      [['no@example.com'], 'rcpt 550'],
      [['yes@example.com', 'too@example.com'], 'accepted'],
    ]);
  });

  it.each(['connect', 'ehlo', 'mail', 'rcpt', 'data', 'message'] as const)(
    'says nothing more from %s on',
    async (at) => {
      faulty(at, { kind: 'hang' });
      await send();
      expect(sink.mails).toEqual([]);
      expect(ends()).toEqual([`${at} left`]);
    },
  );

  it('answers a byte at a time', async () => {
    faulty('mail', { kind: 'drip', everyMs: 20 });
    const [, , ...bytes] = await send();
    expect(bytes.join('')).toBe('250ok');
    expect(ends()).toEqual(['mail left']);
  });

  it('tears the connection down in the middle of a mail and before its answer', async () => {
    faulty('data', { kind: 'close' });
    await speak([
      ...linesTo('b@example.com').slice(0, 4),
      `Subject: long\r\n\r\n${'x\r\n'.repeat(200)}`,
    ]);
    faulty('message', { kind: 'close' });
    await send();
    expect(ends()).toEqual(['data closed', 'message closed']);
    expect(sink.mails).toEqual([]);
  });

  it('takes a mail without saying so', async () => {
    faulty('message', { kind: 'take-and-close' });
    expect(await send()).toEqual(['220', '250', '250', '250', '354']);
    expect(sink.mails).toMatchObject([{ messageId: '<1@example.com>' }]);
    expect(ends()).toEqual(['message closed']);
  });
});
