import { understand } from '@redress/language';
import { grouped } from '../grouped.ts';
import { KINDS, type Kind, type KindText } from './kind-text.ts';
import { addFound, NOTHING_FOUND, type Found } from './measures.ts';

/** What was told right of some texts. */
export interface KindCount {
  readonly count: number;
  /** Shares of texts told right. */
  readonly detractor: number;
  readonly sentiment: number;
  /** Over the texts whose causes are labelled. */
  readonly causes: Found;
}

/** How well texts of one kind of difficulty are understood. */
export interface KindFigures extends KindCount {
  readonly kind: Kind;
  readonly byLanguage: ReadonlyMap<string, KindCount>;
}

/** What is judged of an understanding. */
export interface KindAnswer {
  readonly causes: readonly string[];
  readonly detractor: boolean;
  readonly sentiment: string;
}

/** Judges what `read` says of the texts, which is what `understand` says where no other is given; a row a kind. */
export function evaluateKinds(
  texts: readonly KindText[],
  read: (text: KindText) => KindAnswer = answerOf,
): KindFigures[] {
  const judged = texts.map((text) => ({ text, said: read(text) }));
  const byKind = grouped(judged, ({ text }) => text.kind);
  return KINDS.flatMap((kind) => {
    const of = byKind.get(kind);
    if (of === undefined) return [];
    const byLanguage = new Map(
      [...grouped(of, ({ text }) => text.language)].map(([language, rows]) => [
        language,
        countOf(rows),
      ]),
    );
    return [{ kind, ...countOf(of), byLanguage }];
  });
}

function answerOf({ text, turns }: KindText): KindAnswer {
  const said = understand({
    ...(text === undefined ? {} : { text }),
    ...(turns === undefined ? {} : { turns }),
  });
  return {
    causes: said.causes.filter(({ probability }) => probability >= 0.5).map(({ id }) => id),
    detractor: said.detractor.flag,
    sentiment: said.sentiment.label,
  };
}

function countOf(
  rows: readonly { readonly text: KindText; readonly said: KindAnswer }[],
): KindCount {
  const share = (right: (row: (typeof rows)[number]) => boolean): number =>
    rows.filter(right).length / rows.length;
  return {
    count: rows.length,
    detractor: share(({ text, said }) => said.detractor === text.detractor),
    sentiment: share(({ text, said }) => said.sentiment === text.sentiment),
    causes: rows.reduce(
      (sum, { text, said }) =>
        text.causes === null ? sum : addFound(sum, foundCauses(text.causes, said.causes)),
      NOTHING_FOUND,
    ),
  };
}

function foundCauses(expected: readonly string[], said: readonly string[]): Found {
  const right = expected.filter((id) => said.includes(id)).length;
  return { right, extra: said.length - right, missed: expected.length - right };
}
