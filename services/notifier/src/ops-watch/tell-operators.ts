import { uuidV5 } from '@redress/contracts';
import type { OpsNotice } from '@redress/domain';
import { composeOpsMail } from '@redress/mail';
import type { MailSender } from '@redress/mail';
import type { Logger } from '@redress/runtime';

/** Mails a notice to every address. Answers whether at least one mail went; where none could, the caller tries again. */
export async function tellOperators(
  notice: OpsNotice,
  {
    addresses,
    mailSender,
    logger,
    now,
    signal,
  }: {
    readonly addresses: readonly string[];
    readonly mailSender: Pick<MailSender, 'send'>;
    readonly logger: Logger;
    readonly now: string;
    readonly signal: AbortSignal;
  },
): Promise<boolean> {
  const { kind, phase, since } = notice;
  let gone = false;
  for (const address of addresses) {
    // The same notice tried again is the same mail, and what follows it stands in its thread.
    const root = `<${uuidV5(`ops:${kind}:${since}:${address}`)}@redress>`;
    const id = uuidV5(`ops:${kind}:${since}:${phase}:${now.slice(0, 13)}:${address}`);
    const outcome = await mailSender.send(
      {
        ...composeOpsMail(notice, { now, root }),
        deliveryId: `ops-${id}`,
        messageId: phase === 'begun' ? root : `<${id}@redress>`,
        to: { address },
        at: now,
      },
      signal,
    );
    if (outcome.kind === 'accepted') gone = true;
    else
      logger.warn(
        { kind, phase, outcome: outcome.kind, reason: outcome.reason },
        'no mail to an operator',
      );
  }
  return gone;
}
