import type { CanonicalFeedback } from './feedback.ts';

/** The text that spans and evidence refer to: the text, or the turns, one a line. */
export function plainText(feedback: Pick<CanonicalFeedback, 'text' | 'turns'>): string {
  if (feedback.turns !== undefined && feedback.turns.length > 0) {
    return feedback.turns.map((turn) => turn.text).join('\n');
  }
  return feedback.text ?? '';
}
