import type { KindFigures } from './evaluate-kinds.ts';
import { f1Of, type Found } from './measures.ts';
import { figure, shareOf, table } from './table.ts';

/** How well each kind of difficulty is understood: a kind a row, then the share of detractors told right of each of `languages`. */
export function kindsTable(kinds: readonly KindFigures[], languages: readonly string[]): string {
  return table(
    [
      'kind',
      'n',
      'detractor right',
      'sentiment right',
      'causes F1',
      ...languages.map((language) => `detractor, ${language}`),
    ],
    kinds.map(({ kind, count, detractor, sentiment, causes, byLanguage }) => [
      kind,
      String(count),
      shareOf(detractor, count),
      figure(sentiment),
      causesF1(causes),
      ...languages.map((language) => figure(byLanguage.get(language)?.detractor ?? NaN)),
    ]),
  );
}

/** A dash where no text shows a cause: there F1 says nothing. */
function causesF1(causes: Found): string {
  return causes.right + causes.missed === 0 ? '–' : figure(f1Of(causes));
}
