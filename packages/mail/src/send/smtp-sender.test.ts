import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerOptions } from 'smtp-server';
import { composeOwnerMail } from '../compose/compose-owner-mail.ts';
import { anInput } from '../fixtures/six-calls.ts';
import { decodeHeaders, decodeParts, splitHead } from './decode-mime.ts';
import type { OutgoingMail } from './mail-sender.ts';
import { createSmtpSender } from './smtp-sender.ts';
import type { SmtpSenderOptions } from './smtp-sender.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const mail: OutgoingMail = {
  ...composeOwnerMail(anInput()),
  deliveryId: 'd1',
  messageId: '<d1@redress.local>',
  to: { name: 'Anna Nowak', address: 'anna@example.com' },
  at: '2018-06-16T18:25:00.000Z',
};
const never = new AbortController().signal;

/** A mail server in this process; `received` holds the mails it answered 250 for. */
async function aServer(
  options: SMTPServerOptions = {},
): Promise<{ url: string; received: string[]; connections: () => number }> {
  const received: string[] = [];
  let connections = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect: (_session, done) => {
      connections += 1;
      done();
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        received.push(Buffer.concat(chunks).toString('latin1'));
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  );
  return {
    url: `smtp://127.0.0.1:${String((server.server.address() as AddressInfo).port)}`,
    received,
    connections: () => connections,
  };
}

function aSender(url: string, more: Partial<SmtpSenderOptions> = {}) {
  const sender = createSmtpSender({
    url,
    from: { name: 'Redress', address: 'redress@example.com' },
    ...more,
  });
  closing.push(() => sender.close());
  return sender;
}

const refuse =
  (responseCode: number, message: string) => (done: (error?: Error | null) => void) => {
    done(Object.assign(new Error(message), { responseCode }));
  };

describe('sending by SMTP', () => {
  it('is accepted at 250, with the mail whole: one thread, its own id, both parts', async () => {
    const server = await aServer();
    let told = 0;
    const outcome = await aSender(server.url, {
      afterAccepted: () => {
        told += server.received.length;
      },
    }).send(mail, never);
    expect(outcome).toMatchObject({ kind: 'accepted', response: expect.stringMatching(/^250/u) });
    expect(told).toBe(1);
    const source = server.received[0] ?? '';
    const headers = decodeHeaders(splitHead(source).head);
    expect(headers.get('message-id')).toBe('<d1@redress.local>');
    expect(headers.get('references')).toBe(mail.inReplyToThread);
    expect(headers.get('in-reply-to')).toBe(mail.inReplyToThread);
    expect(headers.get('subject')).toBe(mail.subject);
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('date')).toBe('Sat, 16 Jun 2018 18:25:00 +0000');
    const parts = decodeParts(source);
    expect(parts.get('text/plain')?.replaceAll('\r\n', '\n')).toBe(mail.text);
    expect(parts.get('text/html')?.replaceAll('\r\n', '\n')).toBe(mail.html);
  });

  it('keeps a refusal for now apart from one for ever, and repeats no address', async () => {
    const later = await aServer({
      onRcptTo: (_address, _session, done) => {
        refuse(451, 'try later')(done);
      },
    });
    expect(await aSender(later.url).send(mail, never)).toEqual({
      kind: 'temporary',
      reason: 'the server answered RCPT TO with 451 try later',
    });
    const unknown = await aServer({
      onRcptTo: (_address, _session, done) => {
        refuse(550, '<anna@example.com> is unknown')(done);
      },
    });
    expect(await aSender(unknown.url).send(mail, never)).toEqual({
      kind: 'permanent',
      reason: 'the server answered RCPT TO with 550 <<address>> is unknown',
    });
    const disk = await aServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => {
          refuse(452, 'disk full')(done);
        });
      },
    });
    expect(await aSender(disk.url).send(mail, never)).toMatchObject({
      kind: 'temporary',
      reason: expect.stringContaining('452 disk full'),
    });
    const content = await aServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => {
          refuse(554, 'not wanted')(done);
        });
      },
    });
    expect(await aSender(content.url).send(mail, never)).toMatchObject({
      kind: 'permanent',
      reason: expect.stringContaining('554 not wanted'),
    });
  });

  it('takes a refused login or connection for a fault of the access, not of the mail', async () => {
    const login = await aServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => {
        done(Object.assign(new Error('no'), { responseCode: 535 }));
      },
    });
    expect(await aSender(login.url.replace('//', '//user:wrong@')).send(mail, never)).toMatchObject(
      { kind: 'temporary' },
    );
    const closed = await aServer({
      onConnect: (_session, done) => {
        refuse(554, 'no service')(done);
      },
    });
    expect(await aSender(closed.url).send(mail, never)).toMatchObject({ kind: 'temporary' });
    expect(await aSender('smtp://127.0.0.1:1').send(mail, never)).toMatchObject({
      kind: 'temporary',
      reason: expect.stringContaining('no connection'),
    });
  });

  it('gives up on a server that goes silent, and after the time for the whole try', async () => {
    const silent = await aServer({
      onData: (stream) => {
        stream.resume();
      },
    });
    expect(
      await aSender(silent.url, { timeouts: { socket: 150 } }).send(mail, never),
    ).toMatchObject({ kind: 'temporary' });
    expect(await aSender(silent.url, { timeouts: { overall: 200 } }).send(mail, never)).toEqual({
      kind: 'temporary',
      reason: 'the server did not answer in time, or we were stopping',
    });
  });

  it('stops when it is told to', async () => {
    const silent = await aServer({
      onData: (stream) => {
        stream.resume();
      },
    });
    const stopping = new AbortController();
    const outcome = aSender(silent.url).send(mail, stopping.signal);
    setTimeout(() => {
      stopping.abort();
    }, 100);
    expect(await outcome).toMatchObject({ kind: 'temporary' });
    expect(await aSender(silent.url).send(mail, AbortSignal.abort())).toMatchObject({
      kind: 'temporary',
    });
  });

  it('never sends a mail again by itself when the connection dies after the data', async () => {
    let taken = 0;
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.write('220 ready\r\n');
      let inData = false;
      socket.on('data', (chunk) => {
        const text = chunk.toString('latin1');
        if (inData && text.includes('\r\n.\r\n')) {
          taken += 1;
          socket.destroy();
        } else if (!inData && text.startsWith('DATA')) {
          inData = true;
          socket.write('354 go on\r\n');
        } else if (!inData) socket.write('250 ok\r\n');
      });
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    closing.push(
      () =>
        new Promise((resolve) => {
          for (const socket of sockets) socket.destroy();
          server.close(() => {
            resolve();
          });
        }),
    );
    const sender = aSender(`smtp://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
    expect(await sender.send({ ...mail, text: 'short', html: 'short' }, never)).toMatchObject({
      kind: 'temporary',
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 300);
    });
    expect(taken).toBe(1);
  });

  it('sends many over few connections', async () => {
    const server = await aServer();
    const sender = aSender(server.url);
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        sender.send({ ...mail, messageId: `d${String(index)}@redress.local` }, never),
      ),
    );
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['accepted']));
    expect(server.received).toHaveLength(30);
    expect(server.connections()).toBeLessThanOrEqual(5);
  });

  it.each([
    [
      'a line break in the recipient’s name',
      { to: { name: 'Anna\r\nBcc: eve@example.com', address: 'anna@example.com' } },
    ],
    ['two recipients in one', { to: { address: 'anna@example.com, eve@example.com' } }],
    [
      'a line break in the address',
      { to: { address: 'anna@example.com\r\nRCPT TO:<eve@example.com>' } },
    ],
    ['a line break in the subject', { subject: 'x\r\nBcc: eve@example.com' }],
    ['a line break in the message id', { messageId: 'x\r\nBcc: eve@example.com' }],
    ['a line break in a header’s name', { headers: { 'X-A\r\nBcc': 'eve@example.com' } }],
    ['a sample', { sample: true }],
  ])('refuses %s for ever and asks no server', async (_what, change) => {
    const server = await aServer();
    expect(await aSender(server.url).send({ ...mail, ...change }, never)).toMatchObject({
      kind: 'permanent',
    });
    expect(server.connections()).toBe(0);
  });

  it('demands TLS of a server that is not on this machine', async () => {
    const { smtpConnectionOf } = await import('./smtp-options.ts');
    expect(smtpConnectionOf('smtp://mail.example.com')).toMatchObject({
      port: 587,
      secure: false,
      requireTLS: true,
    });
    expect(smtpConnectionOf('smtp://mail.example.com?insecure')).toMatchObject({
      requireTLS: false,
    });
    expect(smtpConnectionOf('smtps://a%40b:p%25@mail.example.com')).toMatchObject({
      port: 465,
      secure: true,
      auth: { user: 'a@b', pass: 'p%' },
    });
    expect(smtpConnectionOf('smtp://localhost:1025')).toMatchObject({ requireTLS: false });
  });

  it.each([
    'mail.example.com',
    'http://mail.example.com',
    'smtp://u:secret@mail.example.com?tls=no',
    'smtp://u:%zz@mail.example.com',
  ])('refuses a bad address without repeating it', (url) => {
    expect(() => createSmtpSender({ url, from: { address: 'redress@example.com' } })).toThrow(
      expect.objectContaining({
        code: 'REDRESS_CONFIG_INVALID',
        message: expect.not.stringContaining('secret'),
      }),
    );
  });
});
