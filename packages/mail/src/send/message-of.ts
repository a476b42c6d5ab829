import { hasControls } from '../text/header-value.ts';
import type { MailAddress, OutgoingMail } from './mail-sender.ts';

/** What nodemailer takes; one shape for the server and the outbox, so that the outbox shows what would be sent. */
export interface Message {
  readonly from: { name: string; address: string };
  readonly to: { name: string; address: string };
  readonly envelope: { from: string; to: string[] };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly messageId: string;
  readonly date: Date;
  readonly headers: Record<string, string>;
  readonly references?: string;
  readonly inReplyTo?: string;
  readonly disableFileAccess: true;
  readonly disableUrlAccess: true;
}

/** A mail as nodemailer takes it, or why it can never go. Headers are refused, not repaired: whoever made them has a bug. */
export function messageOf(
  mail: OutgoingMail,
  from: MailAddress,
): { ok: true; message: Message } | { ok: false; reason: string } {
  const { inReplyToThread: thread } = mail;
  const headers = { ...mail.headers };
  const inHeaders = [
    mail.subject,
    mail.messageId,
    thread ?? '',
    from.name ?? '',
    mail.to.name ?? '',
    ...Object.entries(headers).flat(),
  ];
  if (inHeaders.some(hasControls))
    return { ok: false, reason: 'a header holds a line break or another control character' };
  if (!isAddress(mail.to.address) || !isAddress(from.address))
    return { ok: false, reason: 'the recipient or the sender is no mail address' };
  return {
    ok: true,
    message: {
      from: { name: from.name ?? '', address: from.address },
      to: { name: mail.to.name ?? '', address: mail.to.address },
      envelope: { from: from.address, to: [mail.to.address] },
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId.replace(/^<|>$/gu, '')}>`,
      date: new Date(mail.at),
      headers,
      ...(thread === null ? {} : { references: thread, inReplyTo: thread }),
      disableFileAccess: true,
      disableUrlAccess: true,
    },
  };
}

/** One address and nothing else: no list, no group, no route, no comment. */
function isAddress(address: string): boolean {
  return /^[^\s<>()[\]\\,;:@"]+@[^\s<>()[\]\\,;:@"]+$/u.test(address) && !hasControls(address);
}
