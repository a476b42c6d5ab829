/** Notified by whoever commits rows to the outbox in another process than the one that takes them out. */
export const OUTBOX_CHANNEL = 'redress_outbox';
