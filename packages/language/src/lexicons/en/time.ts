import type { LanguageLexicon, TimeLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const contacts: LanguageLexicon['contacts'] = {
  counted: list(
    `#th (time|email|e-mail|mail|call|phone call|complaint|message|ticket|letter|request|report|follow-up|follow up|attempt|voicemail|visit|claim|reminder|chat|contact|enquiry), (called|call|rang|ring|phoned|emailed|mailed|written|wrote|contacted|reported|complained|messaged|logged|asked|chased|told you|been in touch|visited|spoken|requested|raised it|followed up|reached out|tried) ~5 (# times|twice|thrice), # (separate|different|unanswered|long)? (phone)? (calls|emails|e-mails|mails|complaints|tickets|messages|voicemails|letters|attempts|reminders|follow-ups|follow ups|chats|visits|enquiries), ^ #th $, on # (separate|different)? occasions, to # different people, # times (I've|I have|we've|we have|I|now I've) (called|rang|phoned|emailed|written|asked|complained|told)`,
  ),
  byCompany: list(
    `# (marketing|sales|promo|promotional|cold|advertising|spam|unwanted|nuisance) (phone)? (calls|emails|e-mails|mails|messages|letters|texts), # (calls|emails|mails|letters|messages|texts) ~6 (from) (your|you|the|them|this), # (calls|emails|mails|letters|messages|texts|voicemails) (and # (calls|emails|mails|letters|messages|texts))? (a|per|every|each|in a|in one|daily) (day|week|month|hour|single day)?, (you|they|your *|telemarketer*|salesman|salespeople|sales|they've|you've|somebody|someone|he|she|team|agent*|rep|reps) (have|had|has|keep|keeps|kept)? (called|call|calling|rang|ring|phoned|emailed|texted|been|messaged|written|mailed) (me|us)? ~4 # times, (called|rang|phoned|texted|emailed|messaged) (me|us) ~3 (# times|twice|thrice), (get|gets|getting|receive|received|receiving|got|made|had|were|sent me|send me|sending me) (about|over|another|up to|at least|like|some|around|exactly)? # (more)? (calls|emails|mails|messages|letters|texts|reminders), # (letters|emails|calls|mails) (about|in a|today from|before breakfast), # of (your)? (calls|emails|mails), (other)? # (other)? (customers|people|public) ~3 complaints, # (public|other|online|similar) complaints, (there are|with|over|see) # complaints, # complaints ~3 (from|by) (people|others|other|customers), # complaints (online|from|by|on|against|about you)`,
  ),
};

export const time: TimeLexicon = {
  minute: list(`minute*, min, mins, mnts`),
  hour: list(`hour*, hr, hrs`),
  day: list(`day*, working day*, business day*`),
  week: list(`week*`),
  fixed: [
    ['(an)? hour and a half', 90],
    ['(one|an)? hour and (#)? quarter', 75],
    ['half an hour', 30],
    ['half hour', 30],
    ['quarter of an hour', 15],
    ['(three)? quarters of an hour', 45],
    ['(a)? couple of hours', 120],
    ['(an|within the|whole|full|good|entire) hour', 60],
  ],
  range: ['to', 'or', 'and'],
  elapsed: list(
    `after, for, since, past, last, spent, waited, wasted, over, lost, on hold for, been, took, takes, every, only after, wait of, waiting, spending, within just, in just`,
  ),
  spent: list(
    `wait*, took me, my time, hold, queue*, in line, spent, spend*, wasted, on the phone, on the line, explain*, call, calls, talk*, stood, line dropped, chat*, listening, trying, hang*, stuck, sat`,
  ),
};
