import type { MailSender } from './mail-sender.ts';
import { createOutboxSender } from './outbox-sender.ts';
import type { OutboxSenderOptions } from './outbox-sender.ts';
import { createSmtpSender } from './smtp-sender.ts';
import type { SmtpSenderOptions } from './smtp-sender.ts';

/** Sends through a server where there is one; samples, and everything where there is none, go to the outbox folder. */
export function createMailSender(options: {
  readonly outbox: OutboxSenderOptions;
  readonly smtp?: SmtpSenderOptions;
}): MailSender {
  const outbox = createOutboxSender(options.outbox);
  const smtp = options.smtp === undefined ? null : createSmtpSender(options.smtp);
  return {
    send: (mail, signal) => (smtp === null || mail.sample ? outbox : smtp).send(mail, signal),
    async close() {
      await Promise.all([outbox.close(), smtp?.close()]);
    },
  };
}
