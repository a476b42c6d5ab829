import type { ComposedMail } from '../compose/owner-mail-input.ts';

export interface MailAddress {
  readonly name?: string;
  readonly address: string;
}

/** A composed mail with its addressee. The recipient comes from the owners alone, never from a feedback. */
export interface OutgoingMail extends ComposedMail {
  readonly deliveryId: string;
  /** Kept through every retry, so that a mail sent twice can be known as one; with or without its brackets. */
  readonly messageId: string;
  readonly to: MailAddress;
  /** The `Date` header, ISO 8601. */
  readonly at: string;
}

/**
 * `accepted`: the server answered 250, or the file is on disk. `temporary`: the same mail may go later. `permanent`: it never will.
 * Reasons hold no address. After `temporary` the server may yet have taken the mail, if the answer was lost on the way.
 */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'temporary'; readonly reason: string }
  | { readonly kind: 'permanent'; readonly reason: string };

/** Hands a mail on. */
export interface MailSender {
  /** Never throws. An aborted signal ends the try as `temporary`. */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<SendOutcome>;
  /** Finishes what is being sent and closes the connections. */
  close(): Promise<void>;
}
