import type { OwnerRecord } from '@redress/contracts';
import type { LinkAction } from '@redress/mail';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { localTime } from './zoned-instant.ts';

/** What each link does, in words for the button, before and after. */
export const LINK_WORDS: Readonly<
  Record<LinkAction, { readonly button: string; readonly before: string; readonly after: string }>
> = {
  acknowledge: {
    button: 'I have it',
    before:
      'The task is acknowledged in your name; the mails about it stop, and the clock for your promise goes on.',
    after: 'It is yours. The mails about it stop; the next clock is your promise.',
  },
  promise: {
    button: 'Promise it',
    before:
      'What you promise is written down with its time, and you are reminded if it is not delivered by then.',
    after: 'Your promise is written down. You are reminded if it is not delivered by then.',
  },
  'hand-over': {
    button: 'Hand over',
    before: 'The task goes to the colleague you choose, who gets a mail about it at once.',
    after: 'The task is handed over; your colleague gets a mail about it.',
  },
  'not-a-complaint': {
    button: 'It is no complaint',
    before: 'The task is closed because nothing is complained of. The feedback is kept.',
    after: 'The task is closed as no complaint. The feedback is kept.',
  },
};

/** The fields that a link's form asks for. */
export function linkFields(
  action: LinkAction,
  {
    owners,
    recipient,
    now,
    sample,
  }: { owners: readonly OwnerRecord[]; recipient: string; now: string; sample: boolean },
): Html {
  switch (action) {
    case 'acknowledge':
      return html``;
    case 'promise': {
      const zone = zoneOf(owners, recipient);
      const soon = new Date(Date.parse(now) + 2 * 3_600_000).toISOString();
      return html`<label
          >What you promise, as you tell the customer
          <textarea name="text" rows="3" maxlength="2000" dir="auto" required></textarea></label
        ><label
          >By when (time in ${zone})
          <input
            type="datetime-local"
            name="dueAt"
            value="${localTime(soon, zone)}"
            min="${localTime(now, zone)}"
            required
        /></label>`;
    }
    case 'hand-over': {
      // Nobody of the sample stories gets a real task: they are never mailed.
      const others = owners.filter(
        (owner) =>
          owner.id !== recipient &&
          (owner.absentUntil ?? '') <= now &&
          (sample || owner.sample !== true),
      );
      if (others.length === 0) return html`<p>There is nobody else who is here now.</p>`;
      return html`<label
        >To whom
        <select name="owner" required>
          ${others.map(({ id, name }) => html`<option value="${id}">${name ?? id}</option>`)}
        </select></label
      >`;
    }
    case 'not-a-complaint':
      return html`<label
        >Why not (optional) <textarea name="reason" rows="2" maxlength="2000" dir="auto"></textarea>
      </label>`;
  }
}

/** The zone that a recipient reads times in. */
export function zoneOf(owners: readonly OwnerRecord[], recipient: string): string {
  return owners.find(({ id }) => id === recipient)?.timeZone ?? 'UTC';
}
