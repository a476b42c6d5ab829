import { describe, expect, it } from '@jest/globals';
import { decodeEvent } from '@redress/contracts';
import { badBodiesOfTenKinds, poisonOfTenKinds } from './poison.ts';

describe('poison', () => {
  it('is of ten kinds, none of which is an event, and none like another', () => {
    const poison = poisonOfTenKinds('one');
    expect(new Set(poison.map(({ kind }) => kind)).size).toBe(10);
    for (const { bytes } of poison)
      expect(decodeEvent('feedback.received.v1', bytes)).toMatchObject({ ok: false });
  });

  it('comes as bodies of ten kinds', () => {
    expect(new Set(badBodiesOfTenKinds().map(({ body }) => body)).size).toBe(10);
  });
});
