import type { OwnerRecord } from '@redress/contracts';
import type { TaskAction } from '@redress/domain';
import type { ActionClaims } from '@redress/mail';
import { zoneOf } from './link-forms.ts';
import { zonedInstant } from './zoned-instant.ts';

const LONGEST = 2000;

/** The action that a sent form stands for, or what is wrong with it in words. */
export function linkAction(
  { action, recipient }: ActionClaims,
  form: URLSearchParams,
  owners: readonly OwnerRecord[],
): { readonly action: TaskAction } | { readonly wrong: string } {
  const said = (name: string): string => (form.get(name) ?? '').trim().slice(0, LONGEST);
  switch (action) {
    case 'acknowledge':
      return { action: { type: 'acknowledge', by: recipient } };
    case 'promise': {
      const text = said('text');
      const dueAt = zonedInstant(said('dueAt'), zoneOf(owners, recipient));
      if (text === '') return { wrong: 'Say what you promise.' };
      if (dueAt === null) return { wrong: 'Say by when, as a date and a time.' };
      return { action: { type: 'promise', by: recipient, text, dueAt } };
    }
    case 'hand-over': {
      const owner = said('owner');
      if (owner === '') return { wrong: 'Choose who takes it over.' };
      return { action: { type: 'assign', by: recipient, owner } };
    }
    case 'not-a-complaint': {
      const reason = said('reason');
      return {
        action: {
          type: 'not-a-complaint',
          by: recipient,
          ...(reason === '' ? {} : { reason }),
        },
      };
    }
  }
}
