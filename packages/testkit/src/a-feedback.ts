import type { CanonicalFeedback } from '@redress/contracts';

/** A detractor's survey answer with words; what a test cares about is given. */
export function aFeedback(given: Partial<CanonicalFeedback> = {}): CanonicalFeedback {
  return {
    channel: 'survey',
    source: 'shop',
    sourceId: 'answer-1',
    occurredAt: '2026-03-02T09:00:00.000Z',
    customer: { identities: [{ type: 'email', value: 'ada@example.com' }] },
    score: { kind: 'nps', value: 1 },
    text: 'I was charged twice and nobody answers the phone.',
    ...given,
  };
}
