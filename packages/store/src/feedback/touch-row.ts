import type { FeedbackScored } from '@redress/contracts';
import type { Touch, TouchDecision } from '@redress/domain';

export interface TouchRow {
  surviving_id: string;
  scored: FeedbackScored;
  decision: TouchDecision | null;
}

export function toTouch(row: TouchRow): Touch {
  return { customerId: row.surviving_id, scored: row.scored, decision: row.decision };
}
