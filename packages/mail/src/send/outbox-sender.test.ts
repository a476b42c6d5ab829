import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { composeOwnerMail } from '../compose/compose-owner-mail.ts';
import { anInput, anOwner } from '../fixtures/six-calls.ts';
import { createMailSender } from './create-mail-sender.ts';
import type { OutgoingMail } from './mail-sender.ts';
import { createOutboxSender } from './outbox-sender.ts';
import { readOutbox, readOutboxMail } from './read-outbox.ts';

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'redress-outbox-'));
});
afterEach(async () => {
  await rm(directory, { recursive: true, force: true });
});

const never = new AbortController().signal;
const aMail = (change: Partial<OutgoingMail> = {}): OutgoingMail => ({
  ...composeOwnerMail(anInput({ owner: anOwner({ languages: ['th'] }) })),
  deliveryId: 'd1',
  messageId: 'd1@redress.local',
  to: { name: 'Anna Nowak', address: 'anna@example.com' },
  at: '2018-06-16T18:25:00.000Z',
  ...change,
});

describe('the outbox folder', () => {
  it('holds the whole mail and nothing else, and gives it back', async () => {
    const mail = aMail();
    expect(
      await createOutboxSender({ directory: join(directory, 'deep', 'er') }).send(mail, never),
    ).toEqual({ kind: 'accepted', response: 'written to the outbox' });
    expect(await readdir(join(directory, 'deep', 'er'))).toEqual(['d1.eml']);
    expect(await readOutboxMail(join(directory, 'deep', 'er'), 'd1')).toEqual({
      id: 'd1',
      at: mail.at,
      to: 'Anna Nowak <anna@example.com>',
      subject: mail.subject,
      text: expect.any(String),
      html: expect.any(String),
    });
    const read = await readOutboxMail(join(directory, 'deep', 'er'), 'd1');
    expect(read?.text.replaceAll('\r\n', '\n')).toBe(mail.text);
    expect(read?.html.replaceAll('\r\n', '\n')).toBe(mail.html);
  });

  it('lists the newest first and keeps one file for a delivery', async () => {
    const sender = createOutboxSender({ directory });
    await sender.send(aMail({ subject: 'first' }), never);
    await sender.send(
      aMail({ deliveryId: 'd2', subject: 'Zażółć سامي · โทร', at: '2018-06-16T19:00:00.000Z' }),
      never,
    );
    await sender.send(aMail({ subject: 'again' }), never);
    await writeFile(join(directory, 'notes.txt'), 'not a mail');
    expect((await readOutbox(directory)).map(({ id, subject }) => [id, subject])).toEqual([
      ['d2', 'Zażółć سامي · โทร'],
      ['d1', 'again'],
    ]);
  });

  it('is empty before the first mail, and has no mail outside itself', async () => {
    expect(await readOutbox(join(directory, 'none'))).toEqual([]);
    expect(await readOutboxMail(directory, '../d1')).toBeNull();
    expect(await readOutboxMail(directory, 'none')).toBeNull();
  });

  it.each(['../d1', 'a/b', '', '.hidden'])(
    'refuses an id that is no file name',
    async (deliveryId) => {
      expect(
        await createOutboxSender({ directory }).send(aMail({ deliveryId }), never),
      ).toMatchObject({ kind: 'permanent' });
    },
  );

  it('is a temporary trouble where it cannot be written, and leaves nothing half-written', async () => {
    await writeFile(join(directory, 'file'), '');
    expect(
      await createOutboxSender({ directory: join(directory, 'file') }).send(aMail(), never),
    ).toMatchObject({ kind: 'temporary' });
    expect(
      await createOutboxSender({ directory }).send(aMail(), AbortSignal.abort()),
    ).toMatchObject({ kind: 'temporary' });
    expect(await readdir(directory)).toEqual(['file']);
  });

  it('gets the samples even where there is a mail server', async () => {
    const sender = createMailSender({
      outbox: { directory },
      smtp: { url: 'smtp://127.0.0.1:1', from: { address: 'redress@example.com' } },
    });
    expect(await sender.send(aMail({ sample: true }), never)).toMatchObject({ kind: 'accepted' });
    expect(await sender.send(aMail({ deliveryId: 'd2' }), never)).toMatchObject({
      kind: 'temporary',
    });
    expect((await readOutbox(directory)).map((entry) => entry.id)).toEqual(['d1']);
    await sender.close();
  });
});
