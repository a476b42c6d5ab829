import { arabic } from './ar.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { hindi } from './hi.ts';
import { indonesian } from './id.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import type { MailLanguage } from './mail-words.ts';
import { dutch } from './nl.ts';
import { polish } from './pl.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { thai } from './th.ts';
import { turkish } from './tr.ts';
import { ukrainian } from './uk.ts';
import { chinese } from './zh.ts';

/** All of them at once: a mail program speaks the language of its owner, whatever the letter is written in. */
export const MAIL_LANGUAGES: readonly MailLanguage[] = [
  english,
  polish,
  arabic,
  russian,
  thai,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  turkish,
  ukrainian,
  indonesian,
  hindi,
  japanese,
  chinese,
];
