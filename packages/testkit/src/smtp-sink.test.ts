import { createConnection } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { startSmtpSink } from './smtp-sink.ts';

/** Sends line after line, each after the answer to the one before. */
async function speak(port: number, lines: readonly string[]): Promise<string[]> {
  const socket = createConnection(port, '127.0.0.1');
  const answers: string[] = [];
  let next = 0;
  for await (const chunk of socket) {
    answers.push(String(chunk).slice(0, 3));
    const line = lines[next];
    if (line === undefined) break;
    next += 1;
    socket.write(`${line}\r\n`);
  }
  return answers;
}

describe('SMTP sink', () => {
  it('takes a mail, answers 250 and keeps who it was for and its Message-ID', async () => {
    const sink = await startSmtpSink();
    const answers = await speak(Number(new URL(sink.url).port), [
      'HELO here',
      'MAIL FROM:<a@example.com>',
      'RCPT TO:<b@example.com>',
      'DATA',
      'Message-ID: <1@example.com>\r\n\r\nHello\r\n.',
      'QUIT',
    ]);
    expect(answers.at(-2)).toBe('250');
    expect(sink.mails).toMatchObject([{ messageId: '<1@example.com>', to: ['b@example.com'] }]);
    await sink.stop();
  });
});
