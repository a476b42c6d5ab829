import type { LanguageLexicon } from '../../lexicon.ts';
import { causes } from './causes.ts';
import { forms } from './forms.ts';
import { groups, numbers } from './numbers.ts';
import { promises } from './promises.ts';
import { sentiment } from './sentiment.ts';
import { churn, exposure, recovery } from './signals.ts';
import { contacts, time } from './time.ts';
import { currencies, touchpoints } from './touchpoints.ts';

export const russian: LanguageLexicon = {
  language: 'ru',
  spaced: true,
  groups,
  numbers,
  sentiment,
  causes,
  churn,
  exposure,
  promises,
  contacts,
  time,
  recovery,
  forms,
  touchpoints,
  currencies,
};
