import {
  addFound,
  calibrationError,
  f1Of,
  NOTHING_FOUND,
  precisionOf,
  recallOf,
  type Found,
} from './measures.ts';
import { SENTIMENTS } from '../labelled-text.ts';
import type { Evaluation } from './evaluate.ts';
import type { LanguageFigures } from './evaluate-languages.ts';
import type { Confusion } from './evaluate-sets.ts';
import type { TextFigures } from './evaluate-texts.ts';
import { kindsTable } from './kinds-table.ts';
import { figure, shareOf, table } from './table.ts';

const CORE: readonly string[] = ['en', 'pl', 'ar', 'ru', 'th'];

/** The tables of docs/language.md. `reference` is the AUC of a linear model a set, the mark to pass. */
export function reportTables(
  { sets, peers, confusion, calibrations, texts, kinds, languages }: Evaluation,
  reference: Readonly<Record<string, number>>,
): string {
  const differences = sets.flatMap(({ set, auc }) => {
    const mark = reference[set];
    return mark === undefined || Number.isNaN(auc) ? [] : [auc - mark];
  });
  const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
  return [
    '### Sentiment, a set a row',
    '',
    `AUC of negative against positive beside a linear model’s (hashed n-grams, one a language). Mean difference ${signed(mean)} over ${String(differences.length)} sets; ${String(differences.filter((each) => each < 0).length)} below.`,
    '',
    table(
      ['set', 'n', 'AUC', 'linear', 'difference', 'best peer', 'macro-F1 of three', 'unknown'],
      sets.map(({ set, count, auc, macroF1, unknown }) => {
        const mark = reference[set];
        const best = peers.get(set);
        return [
          set,
          String(count),
          figure(auc),
          mark === undefined ? '–' : figure(mark),
          mark === undefined ? '–' : signed(auc - mark),
          best === undefined ? '–' : `${figure(best.auc)} ${best.name}`,
          figure(macroF1),
          figure(unknown),
        ];
      }),
    ),
    '',
    '### What sentiment is taken for',
    '',
    'A label a row, over all sets: the share of its texts that was said to be each.',
    '',
    confusionTable(confusion),
    '',
    '### How far the probabilities can be believed',
    '',
    'Expected calibration error: the mean distance between a probability and how often it is right.',
    '',
    table(
      ['language', 'n', 'error'],
      calibrations.map(({ language, bins }) => [
        language,
        String(bins.reduce((sum, { count }) => sum + count, 0)),
        figure(calibrationError(bins)),
      ]),
    ),
    '',
    '### Texts written to judge it, a language a row',
    '',
    `Causes micro-F1: ${CORE.join(', ')} together ${figure(f1Of(sumOf(texts.filter(({ language }) => CORE.includes(language)))))}, the others ${figure(f1Of(sumOf(texts.filter(({ language }) => !CORE.includes(language)))))}. ± is the 95 % half-width of a share of n texts.`,
    '',
    table(
      [
        'language',
        'n',
        'causes F1',
        'precision',
        'recall',
        'detractor',
        'sentiment',
        'churn F1',
        'exposure F1',
        'promises F1',
        'contacts',
        'amounts F1',
      ],
      texts.map((of) => [
        of.language,
        String(of.count),
        figure(f1Of(of.causes)),
        figure(precisionOf(of.causes)),
        figure(recallOf(of.causes)),
        shareOf(of.detractor, of.count),
        figure(of.sentiment),
        figure(f1Of(of.churn)),
        figure(f1Of(of.exposure)),
        figure(f1Of(of.promises)),
        of.contacts.count === 0 ? '–' : figure(of.contacts.right / of.contacts.count),
        figure(f1Of(of.amounts)),
      ]),
    ),
    '',
    '### By kind',
    '',
    `Texts in ${CORE.join(', ')}, each hard in one way, written under the same rule. Those whose causes could be labelled either way are left out of causes F1; a dash stands where none shows a cause.`,
    '',
    kindsTable(kinds, CORE),
    '',
    '### Causes, over all languages',
    '',
    causesTable(texts),
    '',
    '### Language of short texts',
    '',
    table(
      ['language', 'n', 'told', ...peerNames(languages), 'mistaken for'],
      languages.map(({ language, right, count, byPeer, mistaken }) => [
        language,
        String(count),
        figure(right / count),
        ...[...byPeer.values()].map((told) => figure(told / count)),
        mistaken
          .slice(0, 3)
          .map(([other, times]) => `${other} ${String(times)}`)
          .join(', ') || '–',
      ]),
    ),
    '',
    `All together ${figure(shareTold(languages, ({ right }) => right))}; ${peerNames(languages)
      .map(
        (name) => `${name} ${figure(shareTold(languages, ({ byPeer }) => byPeer.get(name) ?? 0))}`,
      )
      .join(', ')}.`,
  ].join('\n');
}

function confusionTable(confusion: Confusion): string {
  const as = [...SENTIMENTS, 'unknown'];
  return table(
    ['label', 'n', ...as],
    SENTIMENTS.map((label) => {
      const count = [...confusion[label].values()].reduce((sum, each) => sum + each, 0);
      return [
        label,
        String(count),
        ...as.map((said) => figure((confusion[label].get(said) ?? 0) / count)),
      ];
    }),
  );
}

function peerNames(languages: readonly LanguageFigures[]): string[] {
  return [...(languages[0]?.byPeer.keys() ?? [])];
}

function shareTold(
  languages: readonly LanguageFigures[],
  told: (figures: LanguageFigures) => number,
): number {
  const all = languages.reduce((sum, { count }) => sum + count, 0);
  return languages.reduce((sum, each) => sum + told(each), 0) / all;
}

function causesTable(texts: readonly TextFigures[]): string {
  const byCause = new Map<string, Found>();
  for (const { byCause: of } of texts)
    for (const [id, found] of of)
      byCause.set(id, addFound(byCause.get(id) ?? NOTHING_FOUND, found));
  return table(
    ['cause', 'F1', 'right', 'extra', 'missed'],
    [...byCause]
      .sort((a, b) => f1Of(b[1]) - f1Of(a[1]))
      .map(([id, found]) => [
        id,
        figure(f1Of(found)),
        String(found.right),
        String(found.extra),
        String(found.missed),
      ]),
  );
}

function sumOf(texts: readonly TextFigures[]): Found {
  return texts.reduce((sum, { causes }) => addFound(sum, causes), NOTHING_FOUND);
}

function signed(value: number): string {
  return Number.isFinite(value) ? `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(3)}` : '–';
}
