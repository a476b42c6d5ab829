import type { Understanding } from '@redress/contracts';
import type { NormalText } from '../normalise.ts';
import type { UnderstandInput } from '../understand-input.ts';
import { findCompetitors } from './competitors.ts';
import { findDates } from './dates.ts';
import { findEscalation } from './escalation.ts';
import { findReferences } from './references.ts';

/** What a customer names beside what they feel; a member is left out where nothing is named. */
type NamedThings = Pick<Understanding, 'references' | 'dates' | 'escalationAsked' | 'competitors'>;

/** Reads what the customer's words name: numbers of ours that are no `amounts`, days, someone higher, other companies. */
export function readNamedThings(
  customer: NormalText,
  language: string,
  amounts: Understanding['amounts'],
  { at, competitors: listed }: Pick<UnderstandInput, 'at' | 'competitors'>,
): NamedThings {
  const dates = findDates(customer, language, at);
  const references = findReferences(customer, language, [...amounts, ...dates]);
  const escalationAsked = findEscalation(customer, language);
  const competitors = findCompetitors(customer, language, listed);
  return {
    ...(references.length === 0 ? {} : { references }),
    ...(dates.length === 0 ? {} : { dates }),
    ...(escalationAsked.length === 0 ? {} : { escalationAsked }),
    ...(competitors.length === 0 ? {} : { competitors }),
  };
}
