import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { codeOf } from './field-of.ts';
import type { MailAddress, MailSender, SendOutcome } from './mail-sender.ts';
import { messageOf } from './message-of.ts';

/** Who a mail is from where nobody said. */
const OUTBOX_FROM: MailAddress = { name: 'Redress', address: 'redress@localhost' };

export interface OutboxSenderOptions {
  /** Made when it is missing. */
  readonly directory: string;
  readonly from?: MailAddress;
}

/**
 * Writes each mail, complete as it would go to a server, to `<delivery id>.eml` and nothing else: on disk under another name first, then
 * renamed, so that a reader sees a whole mail or none. The same delivery again replaces its file.
 */
export function createOutboxSender(options: OutboxSenderOptions): MailSender {
  const transport = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail, signal): Promise<SendOutcome> {
      if (!isDeliveryId(mail.deliveryId))
        return { kind: 'permanent', reason: 'the delivery id cannot be a file name' };
      const made = messageOf(mail, options.from ?? OUTBOX_FROM);
      if (!made.ok) return { kind: 'permanent', reason: made.reason };
      if (signal.aborted) return { kind: 'temporary', reason: 'we were stopping' };
      try {
        const { message } = await transport.sendMail(made.message);
        if (!Buffer.isBuffer(message))
          return { kind: 'temporary', reason: 'the mail was not written down whole' };
        await writeWhole(options.directory, mail.deliveryId, message);
        return { kind: 'accepted', response: 'written to the outbox' };
      } catch (error) {
        return {
          kind: 'temporary',
          reason: `the outbox folder cannot be written (${codeOf(error)})`,
        };
      }
    },
    close() {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** Whether an id is one plain file name. */
export function isDeliveryId(id: string): boolean {
  return /^[\w-][\w.-]{0,150}$/u.test(id);
}

async function writeWhole(directory: string, id: string, content: Buffer): Promise<void> {
  await mkdir(directory, { recursive: true });
  const unfinished = join(directory, `.${id}.tmp`);
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(directory, `${id}.eml`));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
