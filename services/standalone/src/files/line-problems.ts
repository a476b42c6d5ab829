import type { FieldProblem } from '@redress/runtime';

/** One line of talk about a bad line: its number, and each field with the reason. Never what the field held. */
export function describeLine(
  file: string,
  line: number,
  problems: readonly FieldProblem[],
): string {
  const reasons = problems.map(({ field, message }) =>
    field === '' ? message : `${field} ${message}`,
  );
  return `${file}:${String(line)}: ${reasons.join('; ')}\n`;
}
