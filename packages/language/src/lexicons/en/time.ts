import type { LanguageLexicon, TimeLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const contacts: LanguageLexicon['contacts'] = {
  counted: list(
    `#th (time|email|e-mail|call|phone call|complaint|message|ticket|letter|request|report|follow-up|attempt|voicemail|visit|claim), (called|rang|phoned|emailed|written|wrote|contacted|reported|complained|messaged|logged it|asked|chased|told you|been in touch) ~4 (# times|twice|thrice), # (phone)? (calls|emails|e-mails|complaints|tickets|messages|voicemails|letters|attempts|reminders|follow-ups), ^ #th $, on # occasions, to # different people`,
  ),
  byCompany: list(
    `# (marketing|sales|promo|promotional|cold|advertising|spam) (phone)? (calls|emails|e-mails|messages|letters), # (calls|emails|letters|messages|texts) ~6 (from|by) (your|you|the), (you|they|your ~3 people|telemarketer|salesman|they've|you've) (have|had)? (called|rang|phoned|emailed|texted|been) ~4 # times, (get|getting|receive|received|receiving|got) (about|over)? # (calls|emails|messages|letters|texts), # (letters|emails|calls) (about|in a)`,
  ),
};

export const time: TimeLexicon = {
  minute: list(`minute*, min, mins`),
  hour: list(`hour*, hr, hrs`),
  day: list(`day*, working day*, business day*`),
  week: list(`week*`),
  fixed: [
    ['(an)? hour and a half', 90],
    ['(one|an)? hour and (#)? quarter', 75],
    ['half an hour', 30],
    ['half hour', 30],
    ['quarter of an hour', 15],
    ['(an|within the|whole) hour', 60],
  ],
  range: ['to', 'or', 'and'],
  elapsed: list(
    `after, for, since, past, last, spent, waited, wasted, over, lost, on hold for, been, took`,
  ),
  spent: list(
    `wait*, hold, queue*, in line, spent, spend*, wasted, on the phone, on the line, explain*, call, calls, talk*, stood, line dropped, chat*, listening, trying, hang*, stuck, sat`,
  ),
};
