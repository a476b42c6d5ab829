import type { Understanding } from '@redress/contracts';
import { findAmounts } from './amounts.ts';
import { judgeDetractor } from './detractor.ts';
import { labelOf, mixSentiment } from './mix-sentiment.ts';
import type { ModelReading } from './model-reading.ts';
import type { NormalText } from './normalise.ts';
import { quoteCauses } from './quote-causes.ts';
import { splitSentences } from './sentences.ts';
import { feelSentence } from './sentiment.ts';
import { settleCauses } from './settle-causes.ts';
import type { UnderstandInput } from './understand-input.ts';
import { weighGrievance } from './weigh-grievance.ts';

/** What only a lexicon hears. */
const NO_SIGNS = {
  praise: 0,
  blame: 0.5,
  wrong: false,
  stated: 0,
  silent: false,
  exposure: false,
  leaving: false,
  requests: false,
  thanks: false,
} as const;

/**
 * A language without a lexicon: sentiment, causes, churn and exposure by the model alone, amounts by their signs. A language that the
 * model did not learn either is judged by its score and its emoji.
 */
export function understandWithoutLexicon(
  input: UnderstandInput,
  customer: NormalText,
  language: string,
  model: ModelReading,
): Understanding {
  const sentences = splitSentences(customer.text);
  const sentiment = sentimentOf(customer, model);
  const known = model.sentiment !== null;
  const intensity = model.sentiment?.even.negative ?? sentiment.negative;
  const asks = sentences.length > 0 && sentences.every((sentence) => sentence.asks);
  const odds = weighGrievance({
    ...NO_SIGNS,
    felt: model.sentiment?.even ?? sentiment,
    likeliestCause: model.likeliestCause,
    short: false,
    onlyAsks: asks,
    asks: sentences.some((sentence) => sentence.asks),
  });
  const grievance = known ? odds > 0 : sentiment.label === 'negative';
  const heard = known && grievance;
  const causes = heard
    ? settleCauses(null, model, {
        negative: sentiment.negative,
        grievance,
        good: false,
        long: true,
      })
    : [];
  const churn = heard ? model.churn() : { level: 'none' as const, evidence: [] };
  const exposure = heard ? model.exposure() : { level: 'none' as const, evidence: [] };
  const judged = {
    sentiment,
    grievance,
    mild: false,
    cause: causes[0]?.probability ?? 0,
    leaving: churn.level !== 'none',
    hasText: sentiment.label !== 'unknown',
  };
  return {
    language,
    sentiment,
    intensity,
    ...judgeDetractor(judged, input.score),
    form: grievance
      ? 'grievance'
      : asks
        ? 'question'
        : known && sentiment.label === 'positive'
          ? 'thanks'
          : 'remark',
    causes: quoteCauses(customer, causes),
    churn,
    exposure,
    promises: [],
    promiseOutcome: 'none',
    recovery: { level: 'none', evidence: [] },
    contacts: null,
    amounts: findAmounts(customer, null),
    minutes: input.minutes ?? null,
    touchpoint: input.touchpoint ?? null,
    model: model.name,
  };
}

function sentimentOf(customer: NormalText, model: ModelReading): Understanding['sentiment'] {
  if (model.sentiment !== null)
    return { label: labelOf(model.sentiment.even), ...model.sentiment.shares };
  const feelings = splitSentences(customer.text).map((sentence) =>
    feelSentence(customer.text.slice(sentence.start, sentence.end), '', sentence, null),
  );
  const negative = feelings.reduce((sum, each) => sum + each.negative, 0);
  const positive = feelings.reduce((sum, each) => sum + each.positive, 0);
  return mixSentiment({ negative, positive, readable: false }, null).sentiment;
}
