import { describe, expect, it } from '@jest/globals';
import type { Decision } from '@redress/domain';
import { mergeDecisions } from './merge-decisions.ts';

const empty: Decision = { touches: [], tasks: [], deliveries: [], themeDeltas: [], effects: [] };
const delivery = (id: string, version: number) =>
  ({ id, version }) as Decision['deliveries'][number];

describe('merging decisions', () => {
  it('keeps the last state of a row and the order of the last changes', () => {
    const merged = mergeDecisions([
      { ...empty, deliveries: [delivery('a', 1), delivery('b', 1)] },
      { ...empty, deliveries: [delivery('a', 2)] },
    ]);
    expect(merged.deliveries).toEqual([delivery('b', 1), delivery('a', 2)]);
  });

  it('keeps everything that happened', () => {
    const effect = (type: string) => ({ type }) as Decision['effects'][number];
    const merged = mergeDecisions([
      { ...empty, effects: [effect('task.opened')] },
      { ...empty, effects: [effect('task.updated'), effect('task.opened')] },
    ]);
    expect(merged.effects.map(({ type }) => type)).toEqual([
      'task.opened',
      'task.updated',
      'task.opened',
    ]);
  });
});
