import type { Evidence, Understanding } from '@redress/contracts';

/** What the understanding rests on, a sentence each, with the words that show it. */
export function explain(said: Understanding): readonly string[] {
  const { sentiment, detractor } = said;
  return [
    `language: ${said.language}`,
    `form: ${said.form}`,
    `sentiment: ${sentiment.label} (negative ${percent(sentiment.negative)}, neutral ${percent(sentiment.neutral)}, positive ${percent(sentiment.positive)})`,
    `detractor: ${detractor.flag ? 'yes' : 'no'} (${percent(detractor.probability)})`,
    ...said.causes.map(
      ({ id, probability, evidence }) => `cause ${id} (${percent(probability)})${quoted(evidence)}`,
    ),
    ...(said.churn.level === 'none'
      ? []
      : [`leaving: ${said.churn.level}${quoted(said.churn.evidence)}`]),
    ...(said.exposure.level === 'none'
      ? []
      : [`public: ${said.exposure.level}${quoted(said.exposure.evidence)}`]),
    ...(said.recovery.level === 'none'
      ? []
      : [`put right: ${said.recovery.level}${quoted(said.recovery.evidence)}`]),
    ...said.promises.map(({ by, text }) => `promise by the ${by}: “${text}”`),
    ...(said.promiseOutcome === 'none' ? [] : [`a promise was ${said.promiseOutcome}`]),
    ...(said.amounts.length === 0
      ? []
      : [`amounts: ${said.amounts.map(({ text }) => `“${text}”`).join(', ')}`]),
    ...named('references', said.references),
    ...named('dates', said.dates),
    ...named('someone higher asked for', said.escalationAsked),
    ...named('other companies', said.competitors),
    ...(said.contacts === null ? [] : [`contacts: ${String(said.contacts)}`]),
    ...(said.minutes === null ? [] : [`minutes: ${String(said.minutes)}`]),
    ...(said.disagreement ? ['the score and the words say opposite things'] : []),
    `judged by: ${said.model}`,
  ];
}

function named(what: string, evidence: readonly Evidence[] | undefined): string[] {
  return evidence === undefined ? [] : [`${what}${quoted(evidence)}`];
}

function quoted(evidence: readonly Evidence[]): string {
  return evidence.length === 0 ? '' : `: ${evidence.map(({ text }) => `“${text}”`).join(', ')}`;
}

function percent(share: number): string {
  return `${String(Math.round(share * 100))} %`;
}
