import { describe, expect, it } from '@jest/globals';
import {
  contentHashOf,
  eventIdOf,
  feedbackIdOf,
  partitionOf,
  stableJson,
  strongestIdentity,
  uuidV5,
} from './identifiers.ts';
import type { CanonicalFeedback } from './feedback.ts';

const feedback: CanonicalFeedback = {
  channel: 'survey',
  source: 's',
  sourceId: '1',
  occurredAt: '2026-01-01T00:00:00.000Z',
  customer: { identities: [] },
  text: 'late',
};

describe('ids', () => {
  it('makes UUIDs of version 5 as RFC 9562 does', () => {
    expect(uuidV5('www.example.com', '6ba7b810-9dad-11d1-80b4-00c04fd430c8')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });

  it('never changes: ids of stored feedback stand in logs for years', () => {
    expect(feedbackIdOf('s', '1')).toBe('521677af-c0c1-5ce3-b13e-5a64bd7f1443');
    expect(feedbackIdOf('s', '1')).not.toBe(feedbackIdOf('s', '2'));
  });

  it('takes the same content for the same, whatever the order of keys', () => {
    const turned = Object.fromEntries(
      Object.entries(feedback).reverse(),
    ) as unknown as CanonicalFeedback;
    expect(contentHashOf(turned)).toBe(contentHashOf(feedback));
    expect(contentHashOf({ ...feedback, text: 'on time' })).not.toBe(contentHashOf(feedback));
    expect(stableJson({ b: 1, a: { d: 1, c: 2 } })).toBe('{"a":{"c":2,"d":1},"b":1}');
  });

  it('gives a revision an id of its own, and the same revision the same', () => {
    const id = feedbackIdOf('s', '1');
    const stated = { at: '2026-01-01T00:05:00.000Z', hash: 'a', stated: true };
    expect(eventIdOf(id, stated)).toBe(eventIdOf(id, { ...stated }));
    expect(eventIdOf(id, stated)).not.toBe(
      eventIdOf(id, { ...stated, at: '2026-01-01T00:06:00.000Z' }),
    );
    expect(eventIdOf(id, { ...stated, stated: false })).toBe(
      eventIdOf(id, { ...stated, stated: false, at: '2027-01-01T00:00:00.000Z' }),
    );
  });

  it('finds the strongest identity and keeps its partition secret but steady', () => {
    const identities = [
      { type: 'handle' as const, value: 'sami', network: 'x' },
      { type: 'email' as const, value: 'sami@example.com' },
    ];
    expect(strongestIdentity(identities)?.type).toBe('email');
    const partition = partitionOf(identities, 'f', 8, 'secret');
    expect(partitionOf([...identities].reverse(), 'f', 8, 'secret')).toBe(partition);
    const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((secret) =>
      partitionOf(identities, 'f', 8, secret),
    );
    expect(new Set(others).size).toBeGreaterThan(1);
  });
});
