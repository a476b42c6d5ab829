import type { DateWords } from './date-words.ts';

export const english: DateWords = {
  months: [
    'january|jan|jan.',
    'february|feb|feb.',
    'march|mar|mar.',
    'april|apr|apr.',
    'may',
    'june|jun|jun.',
    'july|jul|jul.',
    'august|aug|aug.',
    'september|sept|sep|sept.|sep.',
    'october|oct|oct.',
    'november|nov|nov.',
    'december|dec|dec.',
  ],
  daySuffixes: 'st|nd|rd|th',
  between: 'of',
  and: 'to|and|or|until|till|through',
  lead: 'on|dated|since|until|by|from|on the|monday|tuesday|wednesday|thursday|friday|saturday|sunday',
  yearSuffixes: '',
  yearLead: '',
  not: 'version|v|v.|ios|android|firmware|build|release|ip|software',
  monthFirst: true,
  ambiguous: true,
  capitalised: 'may|march|mar|sun|dec|jan',
};
