import type { Evaluation } from './evaluate.ts';
import { calibrationError, f1Of } from './measures.ts';

/** The least each figure may come to; `ece` is the most. What a change must not fall behind. */
export interface Floors {
  /** AUC of each set. */
  readonly auc: Readonly<Record<string, number>>;
  /** Macro-F1 of three labels of each set. */
  readonly macroF1: Readonly<Record<string, number>>;
  /** Expected calibration error of each language at most. */
  readonly ece: Readonly<Record<string, number>>;
  /** Micro-F1 of causes on the evaluation texts of each language. */
  readonly causes: Readonly<Record<string, number>>;
  readonly detractor: Readonly<Record<string, number>>;
  /** Share of texts of each kind of difficulty of which it is told right whether a detractor wrote them. */
  readonly kinds: Readonly<Record<string, number>>;
  /** Share of short texts whose language is told. */
  readonly language: Readonly<Record<string, number>>;
}

/** The figures of an evaluation in the shape of its floors. */
export function figuresOf({ sets, calibrations, texts, kinds, languages }: Evaluation): Floors {
  const record = <T>(rows: readonly T[], entry: (row: T) => readonly [string, number]) =>
    Object.fromEntries(rows.map(entry).filter(([, value]) => Number.isFinite(value)));
  return {
    auc: record(sets, ({ set, auc }) => [set, auc]),
    macroF1: record(sets, ({ set, macroF1 }) => [set, macroF1]),
    ece: record(calibrations, ({ language, bins }) => [language, calibrationError(bins)]),
    causes: record(texts, ({ language, causes }) => [language, f1Of(causes)]),
    detractor: record(texts, ({ language, detractor }) => [language, detractor]),
    kinds: record(kinds, ({ kind, detractor }) => [kind, detractor]),
    language: record(languages, ({ language, right, count }) => [language, right / count]),
  };
}

/** A sentence for each figure that fell below its floor, or has one and was not measured. */
export function belowFloors(figures: Floors, floors: Floors): string[] {
  return (Object.keys(floors) as (keyof Floors)[]).flatMap((kind) =>
    Object.entries(floors[kind]).flatMap(([name, floor]) => {
      const figure = figures[kind][name];
      if (figure === undefined)
        return [`${kind} of ${name} was not measured; its floor is ${String(floor)}`];
      const fell = kind === 'ece' ? figure > floor : figure < floor;
      return fell
        ? [
            `${kind} of ${name} is ${figure.toFixed(3)}, ${kind === 'ece' ? 'above' : 'below'} ${String(floor)}`,
          ]
        : [];
    }),
  );
}

/** Floors a little under the figures, so that noise of a retrained model passes and a fall does not. */
export function floorsUnder(figures: Floors): Floors {
  const SLACK = 0.01;
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  const under = (record: Readonly<Record<string, number>>, slack: number) =>
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, rounded(value - slack)]),
    );
  return {
    auc: under(figures.auc, SLACK),
    macroF1: under(figures.macroF1, SLACK),
    ece: under(figures.ece, -SLACK),
    causes: under(figures.causes, SLACK * 2),
    detractor: under(figures.detractor, SLACK * 2),
    kinds: under(figures.kinds, SLACK * 2),
    language: under(figures.language, SLACK),
  };
}
