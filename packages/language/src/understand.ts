import type { Understanding } from '@redress/contracts';
import { addCertainCauses } from './add-certain-causes.ts';
import { findAmounts } from './amounts.ts';
import { findCauses } from './causes.ts';
import { causesInParts } from './causes-in-parts.ts';
import type { CompiledLexicon } from './compiled-lexicon.ts';
import { countContacts, countMinutes } from './contacts.ts';
import { separateSpeech } from './customer-words.ts';
import { detectLanguage } from './detect-language.ts';
import { judgeDetractor } from './detractor.ts';
import { quote } from './evidence.ts';
import { readNamedThings } from './extract/named-things.ts';
import { languageParts } from './language-parts.ts';
import { clear, levelOf } from './level-of.ts';
import { lexiconOf } from './lexicon-of.ts';
import { mixSentiment } from './mix-sentiment.ts';
import { shippedModel, type LanguageModel } from './model/model-file.ts';
import { readByModel } from './model-reading.ts';
import type { NormalText } from './normalise.ts';
import { normalise, originalSpan } from './normalise.ts';
import type { FoundPromise } from './promises.ts';
import { findPromise } from './promises.ts';
import { quoteCauses } from './quote-causes.ts';
import { splitSentences } from './sentences.ts';
import type { Feeling } from './sentiment.ts';
import { feelSentence, weighFeelings } from './sentiment.ts';
import { settleCauses } from './settle-causes.ts';
import type { Expression, Span } from './span.ts';
import { findSpans, overlaps } from './span.ts';
import { findTouchpoint } from './touchpoint.ts';
import type { UnderstandInput } from './understand-input.ts';
import { understandWithoutLexicon } from './understand-without-lexicon.ts';
import { weighGrievance } from './weigh-grievance.ts';

/** A shorter text than this names no cause that the lexicon does not know. */
const LEAST_CHARACTERS = 40;

/** What the words of one customer say, before the score is looked at. */
function readWords(
  customer: NormalText,
  agent: NormalText,
  lexicon: CompiledLexicon,
  at: string | undefined,
) {
  const { text } = customer;
  const sentences = splitSentences(text, lexicon.source.spaced ? null : lexicon.forms.question);
  lexicon.readParts(text, sentences);
  const feelings: Feeling[] = sentences.map((sentence) => {
    const words = text.slice(sentence.start, sentence.end);
    const from = customer.starts[sentence.start] ?? 0;
    return feelSentence(
      words,
      customer.original.slice(from, customer.ends[sentence.end - 1] ?? from),
      sentence,
      lexicon,
    );
  });
  const has = (span: Span, expression: Expression | null): boolean =>
    findSpans(expression, text.slice(span.start, span.end)).length > 0;
  const plainQuestion = (span: Span): boolean => {
    const feeling = feelings.find((each) => overlaps(each, span));
    return (
      feeling !== undefined &&
      feeling.negative <= 2 &&
      ((feeling.asks && has(feeling, lexicon.forms.question)) ||
        (has(feeling, lexicon.forms.request) && feeling.negative < 0.5 && feeling.asks))
    );
  };
  const judged = feelings.map((each) => ({
    ...each,
    content: each.positive >= 2 && each.positive > each.negative * 2,
  }));
  const contacts = countContacts(text, lexicon);
  const kept = findSpans(lexicon.promises.kept, text);
  const broken = clear(text, lexicon.promises.broken, lexicon.promises.kept);
  const causes = addCertainCauses(
    text,
    findCauses(text, judged, plainQuestion, lexicon),
    { contacts, broken },
    lexicon,
  );
  const promises: (FoundPromise & { readonly speaker: NormalText })[] = [];
  for (const sentence of sentences) {
    if (kept.some((span) => overlaps(span, sentence))) continue;
    const found = findPromise(text, sentence, 'customer', lexicon, at);
    if (found === null) continue;
    // a promise told as broken is an old one: its time does not run from now.
    // Without spaces a sentence is the whole message and may hold a new one too.
    const old =
      lexicon.source.spaced &&
      broken.some((span) => overlaps(span, sentence) && span.end > found.start);
    if (!old) promises.push({ ...found, speaker: customer });
  }
  for (const sentence of splitSentences(agent.text)) {
    const found = findPromise(agent.text, sentence, 'agent', lexicon, at);
    if (found !== null) promises.push({ ...found, speaker: agent });
  }
  return { sentences, feelings, has, causes, contacts, kept, broken, promises, plainQuestion };
}

/**
 * Understands what one customer said. Pure and deterministic; offsets refer to `plainText(input)`.
 * Only the customer's words are scored; an agent's turns and `[Speaker: …]` notes are read for promises alone.
 * A language without a lexicon is read by the model alone. `learnt` reads in the place of the model that ships; which language it is stays with
 * the one that ships.
 */
export function understand(
  input: UnderstandInput,
  learnt: LanguageModel = shippedModel(),
): Understanding {
  const { touchpointWords } = input;
  const speech = separateSpeech(input);
  const customer = normalise(speech.customer);
  // a word or two in a conversation tell less of its language than all that is said in it
  const spokenIn = speech.customer.trim().length < LEAST_CHARACTERS ? speech.full : speech.customer;
  const language = detectLanguage(spokenIn, input.language);
  const parts = languageParts(speech.customer, language);
  const lexicon = lexiconOf(language);
  const model = readByModel(customer, language, learnt);
  if (lexicon === null) {
    const said = understandWithoutLexicon(input, customer, language, model);
    return {
      ...said,
      ...parts,
      touchpoint: said.touchpoint ?? findTouchpoint(customer.text, language, null, touchpointWords),
      ...readNamedThings(customer, language, said.amounts, input),
    };
  }
  // where no agent speaks it is blank as far as the text is long
  const agent = normalise(speech.agent.trim() === '' ? '' : speech.agent);
  const read = readWords(customer, agent, lexicon, input.at);
  read.causes.push(...causesInParts(customer, parts.languages ?? [], language, read.causes));
  const { text } = customer;
  const churn = levelOf<Understanding['churn']['level']>(
    customer,
    'none',
    [
      ['stated', lexicon.churn.stated],
      ['risk', lexicon.churn.risk],
    ],
    lexicon.churn.unless,
  );
  const exposure = levelOf<Understanding['exposure']['level']>(
    customer,
    'none',
    [
      ['public', lexicon.exposure.public],
      ['threatened', lexicon.exposure.threatened],
    ],
    lexicon.exposure.unless,
  );
  const recovery = levelOf<Understanding['recovery']['level']>(
    customer,
    'none',
    [
      ['renewed', lexicon.recovery.renewed],
      ['solved', lexicon.recovery.solved],
    ],
    lexicon.recovery.unless,
  );
  const shown = read.causes.filter((each) => each.probability >= 0.5);
  const stated = shown.filter((each) => each.stated);
  const good = recovery.level !== 'none' || read.kept.length > 0;
  const wrong = read.feelings.filter(
    (each) => !read.plainQuestion(each) && read.has(each, lexicon.forms.wrong),
  ).length;
  // "where do I report a lost card?" names ill things without having met them
  let negative = read.feelings.reduce(
    (sum, each) => sum + each.negative * (read.plainQuestion(each) ? 0.4 : 1),
    0,
  );
  const positive = read.feelings.reduce((sum, each) => sum + each.positive, 0) + (good ? 1.5 : 0);
  negative +=
    Math.min(3.5, stated.length * 1.9) + (read.broken.length > 0 ? 1 : 0) + Math.min(1, wrong);
  negative +=
    (churn.level === 'none' || stated.length + negative === 0 ? 0 : 1) +
    (exposure.level === 'none' ? 0 : 1.5);
  const readable = /\p{L}/u.test(text);
  const { sentiment, weights } = mixSentiment({ negative, positive, readable }, model.sentiment);

  const onlyAsks =
    read.feelings.length > 0 &&
    read.feelings.every((each) => each.asks || read.has(each, lexicon.forms.request));
  const thanked = findSpans(lexicon.forms.thanks, text).length > 0;
  const requested = findSpans(lexicon.forms.request, text).length > 0;
  const hasQuestion = read.feelings.some((each) => each.asks);
  const silent = negative + positive === 0;
  const long = text.trim().length >= LEAST_CHARACTERS;
  const felt = weighFeelings(negative, positive);
  const odds = weighGrievance({
    praise: silent ? 0 : felt.positive,
    blame: silent ? 0.5 : felt.negative,
    wrong: wrong > 0 && !hasQuestion,
    felt: model.sentiment?.even ?? weights,
    likeliestCause: model.likeliestCause,
    stated: stated.length,
    silent,
    short: !long,
    exposure: exposure.level !== 'none',
    leaving: churn.level !== 'none',
    onlyAsks,
    asks: hasQuestion,
    requests: requested,
    thanks: thanked,
  });
  const annoyed = read.feelings.some((each) => read.has(each, lexicon.forms.annoyed));
  const grievance = readable ? odds > 0 && !(onlyAsks && annoyed) : weights.negative >= 0.55;
  const form: Understanding['form'] = grievance
    ? 'grievance'
    : (good || thanked || weights.positive > 0.75) && !(hasQuestion || requested)
      ? 'thanks'
      : hasQuestion && !requested
        ? 'question'
        : requested
          ? 'request'
          : good || thanked
            ? 'thanks'
            : 'remark';
  const mild = read.feelings.some((each) => each.softened) || positive >= negative;
  const judged = judgeDetractor(
    {
      sentiment: { ...sentiment, ...weights },
      grievance,
      mild,
      cause: stated[0]?.probability ?? 0,
      leaving: churn.level !== 'none',
      hasText: readable,
    },
    input.score,
  );
  const settled = settleCauses(read.causes, model, {
    negative: sentiment.negative,
    grievance,
    good,
    long,
  });
  const causes = quoteCauses(customer, settled);
  if (causes.length === 0 && (judged.detractor.flag || grievance) && readable) {
    const worst = [...read.feelings].sort(
      (a, b) => b.negative - b.positive - (a.negative - a.positive),
    )[0];
    causes.push({
      id: 'other',
      probability: 0.5,
      evidence: worst === undefined ? [] : quote(customer, [worst]),
    });
  }
  const amounts = findAmounts(customer, lexicon);
  const spoken = speech.full === speech.customer ? customer : normalise(speech.full);
  return {
    language,
    ...parts,
    sentiment,
    intensity: weights.negative,
    ...judged,
    form,
    causes,
    churn,
    exposure,
    promises: read.promises.map((each) => ({
      ...originalSpan(each.speaker, each.start, each.end),
      by: each.by,
      due: each.due,
    })),
    promiseOutcome: read.broken.length > 0 ? 'broken' : read.kept.length > 0 ? 'kept' : 'none',
    recovery,
    contacts: read.contacts,
    amounts,
    ...readNamedThings(customer, language, amounts, input),
    minutes:
      input.minutes ??
      countMinutes(
        text,
        read.sentences,
        read.promises.filter((each) => each.speaker === customer),
        lexicon,
      ),
    touchpoint: input.touchpoint ?? findTouchpoint(spoken.text, language, lexicon, touchpointWords),
    model: model.name,
  };
}
