import type { Delivery } from '@redress/domain';

const HOUR = 3_600_000;

/** End of the hour that an instant lies in. */
export function endOfHour(instant: string): string {
  return new Date((Math.floor(Date.parse(instant) / HOUR) + 1) * HOUR).toISOString();
}

/** Why a held message is only told in a digest; the digest finds its messages by it. */
export function digestedInto(digestId: string): string {
  return `told in digest ${digestId}`;
}

/**
 * The one message that tells an owner at `at` what went over their cap: made anew, or with the held one's news added. The held message is `digested`
 * and its news carry on in the digest under their task's id.
 */
export function addToDigest(
  digest: Delivery | null,
  held: Delivery,
  { id, now, at }: { readonly id: string; readonly now: string; readonly at: string },
): readonly [digest: Delivery, held: Delivery] {
  const base: Delivery = digest ?? {
    id,
    taskId: null,
    cycle: 0,
    recipient: held.recipient,
    kind: 'digest',
    news: [],
    state: 'queued',
    reason: null,
    createdAt: now,
    notBefore: at,
    attempts: 0,
    messageId: `<${id}@redress>`,
    sentAt: null,
    sample: held.sample,
    version: 0,
  };
  return [
    { ...base, news: [...base.news, ...held.news], version: base.version + 1 },
    {
      ...held,
      state: 'digested',
      reason: digestedInto(id),
      version: held.version + 1,
    },
  ];
}
