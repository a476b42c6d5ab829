import { normalise } from '../normalise.ts';
import type { CompetitorReader } from './competitor-reader.ts';

/** A company to listen for. */
export interface ListedCompetitor {
  readonly name: string;
  /** Other spellings; they are told as `name`. */
  readonly otherNames?: readonly string[];
}

/** A spelling as it is looked for in normalised text. */
export interface WantedName {
  readonly name: string;
  readonly wanted: string;
}

/** By list and language; a list that nobody holds any more is forgotten. */
const known = new WeakMap<readonly ListedCompetitor[], Map<string, readonly WantedName[]>>();

/** What to look for in texts of a language, the longest spelling first; made once for each list and language. */
export function wantedNames(
  listed: readonly ListedCompetitor[],
  language: string,
  reader: CompetitorReader | null,
): readonly WantedName[] {
  const byLanguage = known.get(listed) ?? new Map<string, readonly WantedName[]>();
  known.set(listed, byLanguage);
  let wanted = byLanguage.get(language);
  if (wanted === undefined) {
    wanted = listed
      .flatMap(({ name, otherNames = [] }) =>
        [name, ...otherNames].map((spelling) => {
          const whole = normalise(spelling).text.trim();
          return { name, wanted: reader?.stemOf(whole) ?? whole };
        }),
      )
      .filter((each) => each.wanted !== '')
      .sort((a, b) => b.wanted.length - a.wanted.length);
    byLanguage.set(language, wanted);
  }
  return wanted;
}
