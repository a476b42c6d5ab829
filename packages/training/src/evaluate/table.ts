/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A figure of three decimals; a dash where there is none. */
export function figure(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3) : '–';
}

/** A share of `count` texts with half the width of its 95 % interval (adjusted Wald, Agresti and Coull 1998). */
export function shareOf(share: number, count: number): string {
  const n = count + 4;
  const p = (share * count + 2) / n;
  return `${figure(share)} ± ${figure(1.96 * Math.sqrt((p * (1 - p)) / n))}`;
}
