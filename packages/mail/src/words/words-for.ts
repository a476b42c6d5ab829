import type { OwnerRecord } from '@redress/contracts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { pl } from './pl.ts';
import { ru } from './ru.ts';
import { th } from './th.ts';
import type { MailLanguage, Words } from './words.ts';

/** Every catalogue by its language. */
export const CATALOGUE: Readonly<Record<MailLanguage, Words>> = { en, pl, ru, ar, th };

/** Our words in the first of the owner's languages that we have, otherwise in English. */
export function wordsFor(owner: Pick<OwnerRecord, 'languages'>): Words {
  for (const tag of owner.languages) {
    const language = tag.toLowerCase().split(/[-_]/)[0] ?? '';
    const words = Object.values(CATALOGUE).find((candidate) => candidate.language === language);
    if (words !== undefined) return words;
  }
  return en;
}
