import type { FastifyInstance } from 'fastify';
import { readOutboxMail } from '@redress/mail';
import type { ConsoleDependencies } from '../dependencies.ts';
import { refuse, sendAnswer } from '../http/answer.ts';
import { MAIL_POLICY } from '../http/security-headers.ts';

/** The HTML of a mail, for a frame that may do nothing; a document of its own, because its inline styles are not ours to allow on the page. */
export function registerMailFrame(
  app: FastifyInstance,
  { outboxDirectory }: Pick<ConsoleDependencies, 'outboxDirectory'>,
): void {
  app.get<{ Params: { id: string } }>('/v1/deliveries/:id/mail/html', async (request, reply) => {
    const mail = await readOutboxMail(outboxDirectory, request.params.id);
    if (mail === null || mail.html === '') return sendAnswer(reply, refuse(404));
    return reply
      .headers({ 'content-security-policy': MAIL_POLICY, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(mail.html);
  });
}
