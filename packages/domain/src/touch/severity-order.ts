import type { Policy, Severity } from '@redress/contracts';

/** From least to worst; spelled here because the domain imports contracts by type only. */
const ORDER: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** Position of a severity, from 0 (low). */
export function severityRank(severity: Severity): number {
  return ORDER.indexOf(severity);
}

/** The worse of two; null is none. */
export function worse(a: Severity | null, b: Severity): Severity {
  return a !== null && severityRank(a) >= severityRank(b) ? a : b;
}

/** The severity that so many points are read as. */
export function severityOf(points: number, thresholds: Policy['thresholds']): Severity {
  if (points >= thresholds.critical) return 'critical';
  if (points >= thresholds.high) return 'high';
  return points >= thresholds.medium ? 'medium' : 'low';
}
