import type { LanguageLexicon, TimeLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const contacts: LanguageLexicon['contacts'] = {
  counted: list(
    `#th (raz|reklamacj*|skarg*|mail*|telefon*|wiadomoś*|zgłoszen*|pismo), (pisz*|dzwoni*|zgłasza*) (już)? (po raz)? #th, ^ #th $, # razy (dzwoni*|pisa*|zgłasza*), (dzwoni*|pisa*|zgłasza*) (już)? # razy, # (telefon*|mail*|reklamac*|zgłosze*|rozm*)`,
  ),
  byCompany: list(
    `# (telefon*|mail*|sms*) (reklamow*|od was|marketing*), #th (formularz|gabinet), dzwonicie # razy`,
  ),
};

export const time: TimeLexicon = {
  minute: list(`minut*, min`),
  hour: list(`godzin*, godz`),
  day: list(`dzień, dni, dnia, dób`),
  week: list(`tydzień, tygodni*`),
  fixed: [
    ['pół godziny', 30],
    ['półtorej godziny', 90],
    ['kwadrans', 15],
    ['(godzinę|godziny|godzina)', 60],
  ],
  range: ['do', 'lub', 'albo'],
  elapsed: list(`po, przez, od, ponad, trwa*, minęł*, czekał*m`),
  spent: list(`czeka*, wisz*, stał*m, kolejc*, na linii, tłumacz*, rozm*, infolini*, stoję`),
};
