import type { PromiseDue, RootCause } from '@redress/contracts';
import type { LanguageLexicon } from './lexicon.ts';
import { PatternIndex } from './pattern-index.ts';
import type { Expression as Patterns, Span } from './span.ts';

type Expression = Patterns | null;

/** A lexicon as expressions, made once. */
export interface CompiledLexicon {
  readonly source: LanguageLexicon;
  /** To be called before the parts of a text are asked about: they are read with it. */
  readonly readParts: (text: string, parts: readonly Span[]) => void;
  readonly weights: readonly { readonly weight: number; readonly expression: Expression }[];
  readonly negators: Expression;
  readonly negatorsAfter: Expression;
  readonly absence: Expression;
  readonly intensifiers: Expression;
  readonly softeners: Expression;
  readonly contrast: Expression;
  readonly causes: readonly {
    readonly id: Exclude<RootCause, 'other'>;
    readonly strong: Expression;
    readonly weak: Expression;
    readonly asked: Expression;
    readonly unless: Expression;
  }[];
  readonly churn: {
    readonly stated: Expression;
    readonly risk: Expression;
    readonly unless: Expression;
  };
  readonly exposure: {
    readonly public: Expression;
    readonly threatened: Expression;
    readonly unless: Expression;
  };
  readonly promises: {
    readonly said: Expression;
    readonly commit: Expression;
    readonly byCustomer: Expression;
    readonly within: Expression;
    readonly past: Expression;
    readonly undated: Expression;
    readonly kept: Expression;
    readonly broken: Expression;
    readonly pledged: Expression;
    /** Monday first: with a word before that makes it a deadline, and alone. */
    readonly weekdays: readonly { readonly limited: Expression; readonly named: Expression }[];
    readonly doing: Expression;
    readonly partsOfDay: readonly { readonly expression: Expression; readonly localTime: string }[];
    readonly deadlines: readonly { readonly expression: Expression; readonly due: PromiseDue }[];
  };
  readonly contacts: { readonly counted: Expression; readonly byCompany: Expression };
  readonly time: {
    readonly fixed: readonly { readonly expression: Expression; readonly minutes: number }[];
    /** A number or a range and a unit; the unit is told again by `units`. */
    readonly measured: Expression;
    readonly units: readonly { readonly expression: Expression; readonly minutes: number }[];
    readonly elapsed: Expression;
    readonly spent: Expression;
  };
  readonly numbers: Expression;
  readonly cardinals: readonly { readonly expression: Expression; readonly value: number }[];
  readonly ordinals: readonly { readonly expression: Expression; readonly value: number }[];
  readonly recovery: {
    readonly solved: Expression;
    readonly renewed: Expression;
    readonly unless: Expression;
  };
  readonly forms: {
    readonly question: Expression;
    readonly request: Expression;
    readonly thanks: Expression;
    readonly annoyed: Expression;
    readonly wrong: Expression;
  };
  readonly touchpoints: readonly { readonly id: string; readonly expression: Expression }[];
  readonly currencies: readonly { readonly code: string; readonly expression: Expression }[];
}

const DAY = 24 * 60;

/** Compiles a lexicon; a group that is not declared throws a `RangeError` that names it. */
export function compileLexicon(source: LanguageLexicon): CompiledLexicon {
  const index = new PatternIndex(source);
  const all = (patterns: readonly string[] | undefined): Expression => index.add(patterns ?? []);
  const one = (pattern: string): Expression => index.add([pattern]);
  const { sentiment, promises, time, forms } = source;
  const units = [
    { patterns: time.minute, minutes: 1 },
    { patterns: time.hour, minutes: 60 },
    { patterns: time.day, minutes: DAY },
    { patterns: time.week, minutes: 7 * DAY },
  ];
  const unit = `(${units.flatMap((each) => each.patterns).join('|')})`;
  const range = ['-', ...time.range].map((word) =>
    word === '-' ? `# # ${unit}` : `# ${word} # ${unit}`,
  );
  return {
    source,
    readParts: (text, parts) => {
      index.readParts(text, parts);
    },
    weights: sentiment.weights.map(([weight, patterns]) => ({ weight, expression: all(patterns) })),
    negators: all(sentiment.negators),
    negatorsAfter: all(sentiment.negatorsAfter),
    absence: all(sentiment.absence),
    intensifiers: all(sentiment.intensifiers),
    softeners: all(sentiment.softeners),
    contrast: all(sentiment.contrast),
    causes: (Object.keys(source.causes) as (keyof LanguageLexicon['causes'])[]).map((id) => ({
      id,
      strong: all(source.causes[id].strong),
      weak: all(source.causes[id].weak),
      asked: all(source.causes[id].asked),
      unless: all(source.causes[id].unless),
    })),
    churn: {
      stated: all(source.churn.stated),
      risk: all(source.churn.risk),
      unless: all(source.churn.unless),
    },
    exposure: {
      public: all(source.exposure.public),
      threatened: all(source.exposure.threatened),
      unless: all(source.exposure.unless),
    },
    promises: {
      said: all(promises.said),
      commit: all(promises.commit),
      byCustomer: all(promises.byCustomer),
      within: all(promises.within),
      past: all(promises.past),
      undated: all(promises.undated),
      kept: all(promises.kept),
      broken: all(promises.broken),
      pledged: all(promises.pledged),
      weekdays: promises.weekdays.map((day) => ({
        limited: one(`(${promises.limits.join('|')}) ~1 (${day})`),
        named: one(day),
      })),
      doing: all(promises.doing),
      partsOfDay: promises.partsOfDay.map(([pattern, localTime]) => ({
        expression: one(pattern),
        localTime,
      })),
      deadlines: promises.deadlines.map(([pattern, due]) => ({ expression: one(pattern), due })),
    },
    contacts: { counted: all(source.contacts.counted), byCompany: all(source.contacts.byCompany) },
    time: {
      fixed: time.fixed.map(([pattern, minutes]) => ({ expression: one(pattern), minutes })),
      measured: all([...range, `# ${unit}`]),
      units: units.map((each) => ({ expression: all(each.patterns), minutes: each.minutes })),
      elapsed: all(time.elapsed),
      spent: all(time.spent),
    },
    numbers: all(['#']),
    cardinals: source.numbers.cardinals.map(([word, value]) => ({ expression: one(word), value })),
    ordinals: source.numbers.ordinals.map(([word, value]) => ({ expression: one(word), value })),
    recovery: {
      solved: all(source.recovery.solved),
      renewed: all(source.recovery.renewed),
      unless: all(source.recovery.unless),
    },
    forms: {
      question: all(forms.question),
      request: all(forms.request),
      thanks: all(forms.thanks),
      annoyed: all(forms.annoyed),
      wrong: all(forms.wrong),
    },
    touchpoints: Object.entries(source.touchpoints).map(([id, words]) => ({
      id,
      expression: all(words),
    })),
    currencies: Object.entries(source.currencies).map(([code, words]) => ({
      code,
      expression: all(words),
    })),
  };
}
