import type { PromiseDue, RootCause } from '@redress/contracts';

/** A phrase in the notation the README of this package describes. */
export type Pattern = string;

/** A number word with its value, e.g. `['дв(а|е|ух)', 2]`. */
export type NumberWord = readonly [Pattern, number];

/** The phrases that show one root cause. */
export interface CausePatterns {
  /** One of these is enough. */
  readonly strong: readonly Pattern[];
  /** Two different ones are needed, or one beside another cause's evidence is left out. */
  readonly weak?: readonly Pattern[];
  /** Lists the cause but is no grievance by itself: "don't you have that in the system?" */
  readonly asked?: readonly Pattern[];
  /** A hit that overlaps one of these is no hit: "no delays at all". */
  readonly unless?: readonly Pattern[];
}

/** Everything the engine knows about one language. All data, no code; `src/lexicons/<language>/` holds one file per part. */
export interface LanguageLexicon {
  /** ISO 639-1. */
  readonly language: string;
  /** False where words are not separated by spaces: patterns then match inside running text. */
  readonly spaced: boolean;
  /** What may be glued to the start of any word (Arabic conjunctions, prepositions, article): one slot after the other, each left out or one of its choices `a|b`. */
  readonly prefixes?: readonly string[];
  /** Named alternatives, used as `@name` in any pattern of this lexicon; written without the outer brackets. */
  readonly groups: Readonly<Record<string, string>>;
  readonly numbers: {
    /** What `#` matches besides digits; neighbours add up ("forty five"), 10, 100 and 1000 multiply what is before them. */
    readonly cardinals: readonly NumberWord[];
    /** What `#th` matches besides digits with a suffix. */
    readonly ordinals: readonly NumberWord[];
    /** What may stand after the digits of an ordinal: `st`, `nd`, `.`. */
    readonly ordinalSuffixes: readonly string[];
    /** What joins the parts of a number: "and", "و". */
    readonly joiners: readonly string[];
  };
  readonly sentiment: SentimentLexicon;
  readonly causes: Readonly<Record<Exclude<RootCause, 'other'>, CausePatterns>>;
  readonly churn: {
    readonly stated: readonly Pattern[];
    readonly risk: readonly Pattern[];
    readonly unless: readonly Pattern[];
  };
  readonly exposure: {
    readonly public: readonly Pattern[];
    readonly threatened: readonly Pattern[];
    readonly unless: readonly Pattern[];
  };
  readonly promises: PromiseLexicon;
  readonly contacts: {
    /** How often the customer turned to the company; each holds `#` or `#th`. */
    readonly counted: readonly Pattern[];
    /** Calls, mails and visits of the company: a count that overlaps one of these does not count. */
    readonly byCompany: readonly Pattern[];
  };
  readonly time: TimeLexicon;
  readonly recovery: {
    readonly solved: readonly Pattern[];
    readonly renewed: readonly Pattern[];
    readonly unless: readonly Pattern[];
  };
  readonly forms: {
    /** Openings of a plain question; a sentence that has one and no ill feeling shows no cause. */
    readonly question: readonly Pattern[];
    /** "Could you …", "please send": wishes. */
    readonly request: readonly Pattern[];
    readonly thanks: readonly Pattern[];
    /** Annoyed questions that state no grievance: "how should I know". */
    readonly annoyed: readonly Pattern[];
    /** Says that something went wrong without saying what: "a mistake", "please correct". */
    readonly wrong: readonly Pattern[];
  };
  /** Touchpoint id to the words that name it; the first id with most hits wins. */
  readonly touchpoints: Readonly<Record<string, readonly Pattern[]>>;
  /** ISO 4217 code to the words for it; signs and codes are known to the engine. */
  readonly currencies: Readonly<Record<string, readonly Pattern[]>>;
}

export interface SentimentLexicon {
  /** Weight (-3 worst … 3 best) and the words that carry it. */
  readonly weights: readonly (readonly [number, readonly Pattern[]])[];
  /** Turn what follows within a few words: "not", "never". */
  readonly negators: readonly Pattern[];
  /** Negators that follow their word (Thai and others rarely need it). */
  readonly negatorsAfter?: readonly Pattern[];
  /** Before evidence of a cause they cancel it: "no (delays)", "never had (an outage)". */
  readonly absence: readonly Pattern[];
  readonly intensifiers: readonly Pattern[];
  readonly softeners: readonly Pattern[];
  /** What follows weighs more than what went before: "but". */
  readonly contrast: readonly Pattern[];
}

export interface PromiseLexicon {
  /** Someone of the company said or will do something; a deadline after it in the sentence makes a promise. */
  readonly said: readonly Pattern[];
  /** The company's own words in an agent's turn: "I will", "we'll". */
  readonly commit: readonly Pattern[];
  /** Promises of the customer: "I will pay by". */
  readonly byCustomer: readonly Pattern[];
  /** Before a deadline in an agent's turn: it is one whatever the verb ("within", "in the next"). */
  readonly within: readonly Pattern[];
  /** When an earlier promise was made ("yesterday", "last week"): its minutes and hours have run out. */
  readonly past: readonly Pattern[];
  /** A promise without a time: "promised to call back". */
  readonly undated: readonly Pattern[];
  readonly kept: readonly Pattern[];
  readonly broken: readonly Pattern[];
  /** An agent's promise without a time: "I will make sure"; what they do at once is none. */
  readonly pledged: readonly Pattern[];
  /** Seven, Monday first, in every form. */
  readonly weekdays: readonly Pattern[];
  /** Before a weekday they make it a deadline whatever the verb: "by", "before". */
  readonly limits: readonly Pattern[];
  /** Without them a weekday is a deadline only behind one of these: "would", "is coming"; else it tells when something was said. */
  readonly doing: readonly Pattern[];
  /** Beside a weekday, with the local time they mean: "morning" 08:00. */
  readonly partsOfDay: readonly (readonly [Pattern, string])[];
  /** Deadlines that are no duration; the most specific first. */
  readonly deadlines: readonly (readonly [Pattern, PromiseDue])[];
}

export interface TimeLexicon {
  readonly minute: readonly Pattern[];
  readonly hour: readonly Pattern[];
  readonly day: readonly Pattern[];
  readonly week: readonly Pattern[];
  /** Whole expressions and their minutes, before number and unit are tried: "half an hour" 30. */
  readonly fixed: readonly (readonly [Pattern, number])[];
  /** Between the ends of a range: "to", "-" is known. */
  readonly range: readonly string[];
  /** Directly before a duration: it is time gone by, no deadline ("after", "for", "since"). */
  readonly elapsed: readonly Pattern[];
  /** In the same sentence: the duration is the customer's own time ("on hold", "waited", "explaining"). */
  readonly spent: readonly Pattern[];
}
