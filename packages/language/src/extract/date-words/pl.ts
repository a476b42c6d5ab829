import type { DateWords } from './date-words.ts';

export const polish: DateWords = {
  months: [
    'stycznia|styczeń|sty|sty.',
    'lutego|luty|lut.',
    'marca|marzec|mar.',
    'kwietnia|kwiecień|kwi.|kwiet.',
    'maja|maj',
    'czerwca|czerwiec|cze.|czerw.',
    'lipca|lipiec|lip.',
    'sierpnia|sierpień|sie.|sierp.',
    'września|wrzesień|wrz.|wrześ.',
    'października|październik|paź.|paźdz.',
    'listopada|listopad|lis.|list.',
    'grudnia|grudzień|gru.|grudz.',
  ],
  daySuffixes: '-go|go|-ego|-tego|-ty|.',
  between: '',
  and: 'do|i|oraz|lub|albo|a',
  lead: 'dnia|dniu|z dnia|w dniu|od dnia|poniedziałek|wtorek|środę|czwartek|piątek|sobotę|niedzielę|z',
  yearSuffixes: 'r.|r|roku|rok',
  yearLead: '',
  not: 'wersj*|wer.|v|v.|ios|android|adres ip|ip|oprogramowani*|systemu',
};
