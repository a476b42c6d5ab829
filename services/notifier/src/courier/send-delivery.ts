import type { MailLinks, MailSender, SendOutcome } from '@redress/mail';
import type { Clock } from '@redress/runtime';
import type { Policy } from '@redress/contracts';
import { composeDelivery } from './compose-delivery.ts';
import type { DeliveryMaterial } from './compose-delivery.ts';

export interface DeliverySenderDependencies {
  readonly mailSender: MailSender;
  /** Always the outbox: a sample is never mailed. */
  readonly sampleSender: MailSender;
  readonly links: MailLinks | null;
  readonly policy: Policy;
  readonly clock: Clock;
}

/** Composes what a delivery says now and hands it to the mail's way; a retry carries the same Message-ID. */
export function createDeliverySender({
  mailSender,
  sampleSender,
  links,
  policy,
  clock,
}: DeliverySenderDependencies) {
  return async (material: DeliveryMaterial, signal: AbortSignal): Promise<SendOutcome> => {
    const { delivery, owner } = material;
    const mail = composeDelivery(material, { now: clock.now(), links, policy });
    // Whatever marks it as a sample keeps it here: the delivery, the task, the customer or the owner.
    const sender =
      delivery.sample || mail.sample || owner.sample === true ? sampleSender : mailSender;
    return sender.send(
      {
        ...mail,
        deliveryId: delivery.id,
        messageId: delivery.messageId,
        to: { address: owner.email, ...(owner.name === undefined ? {} : { name: owner.name }) },
        at: clock.now(),
      },
      signal,
    );
  };
}
