import type { Comparison, Contrast } from './compare-models.ts';
import type { BothSets } from './judge-new-model.ts';

const HEAD = ['', 'n', 'in use', 'new', 'difference'] as const;

/** Both models on both sets, a figure a row, in columns of plain text. */
export function comparisonTable({ shipped, own }: BothSets): string {
  const rows = [
    row('causes F1, texts that ship', shipped, shipped.causes),
    row('causes F1, own cases kept aside', own, own.causes),
    row('detractors right, texts that ship', shipped, shipped.detractor),
    row('detractors right, own cases kept aside', own, own.detractor),
  ];
  const widths = HEAD.map((head, at) =>
    Math.max(...[HEAD, ...rows].map((of) => of[at]?.length ?? head.length)),
  );
  return [HEAD, ...rows]
    .map((cells) =>
      cells
        .map((cell, at) =>
          at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  '),
    )
    .join('\n');
}

function row(
  what: string,
  { count }: Comparison,
  { before, after, difference, margin }: Contrast,
): readonly string[] {
  const sign = difference < 0 ? '−' : '+';
  return [
    what,
    String(count),
    before.toFixed(3),
    after.toFixed(3),
    `${sign}${Math.abs(difference).toFixed(3)} ± ${margin.toFixed(3)}`,
  ];
}
