import type { RootCause } from '@redress/contracts';
import type { ShownCause } from './causes.ts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import { clear } from './level-of.ts';
import type { Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';

const CERTAIN = 0.8;
/** So many contacts are contacts again and again. */
const REPEATED = 3;
/** Characters between a promise that is told and the words that say it was not kept; without spaces sentences have no ends. */
const REACH = 150;
const REACH_WITHOUT_SPACES = 60;

/** What is known of a text beside its causes. */
interface KnownOfText {
  readonly contacts: number | null;
  /** Words that say that something promised was not kept. */
  readonly broken: readonly Span[];
}

/**
 * The causes with those that follow from what is stated: three contacts are `repeat-contact`, a promise that is told and told as broken is
 * `broken-promise`. What the company's own calls and messages are counted by shows no contact of the customer.
 */
export function addCertainCauses(
  text: string,
  causes: readonly ShownCause[],
  { contacts, broken }: KnownOfText,
  lexicon: CompiledLexicon,
): ShownCause[] {
  const byCompany = findSpans(lexicon.contacts.byCompany, text);
  const sure = new Map<RootCause, readonly Span[]>();
  if (contacts !== null && contacts >= REPEATED)
    sure.set('repeat-contact', clear(text, lexicon.contacts.counted, lexicon.contacts.byCompany));
  const unkept = broken.filter((span) => tellsPromiseBefore(text, span, lexicon));
  if (unkept.length > 0) sure.set('broken-promise', unkept);
  const kept = causes.filter(
    ({ id, evidence }) =>
      id !== 'repeat-contact' ||
      sure.has(id) ||
      !evidence.every((span) => byCompany.some((other) => overlaps(other, span))),
  );
  for (const [id, evidence] of sure) {
    const at = kept.findIndex((each) => each.id === id);
    const known = kept[at];
    const found: ShownCause = { id, probability: CERTAIN, evidence, stated: true, certain: true };
    if (known === undefined) kept.push(found);
    else kept[at] = known.probability < CERTAIN ? found : { ...known, certain: true };
  }
  return kept;
}

function tellsPromiseBefore(text: string, broken: Span, lexicon: CompiledLexicon): boolean {
  const reach = lexicon.source.spaced ? REACH : REACH_WITHOUT_SPACES;
  const { said, undated } = lexicon.promises;
  return [...findSpans(said, text), ...findSpans(undated, text)].some(
    (span) => span.start < broken.end && broken.start - span.end <= reach,
  );
}
