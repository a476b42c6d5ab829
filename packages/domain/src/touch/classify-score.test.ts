import { describe, expect, it } from '@jest/globals';
import { classifyScore } from './classify-score.ts';

describe('classifyScore', () => {
  it.each([
    ['nps', 0, undefined, 'detractor', 1],
    ['nps', 6, undefined, 'detractor', 0],
    ['nps', 7, undefined, 'passive', 0],
    ['nps', 9, undefined, 'promoter', 0],
    ['stars', 2, undefined, 'detractor', 0],
    ['stars', 1, undefined, 'detractor', 1],
    ['stars', 3, undefined, 'passive', 0],
    ['stars', 5, 5, 'promoter', 0],
    ['csat', 4, 10, 'detractor', 0],
    ['csat', 5, 10, 'passive', 0],
    ['ces', 3, undefined, 'detractor', 0],
    ['ces', 4, undefined, 'passive', 0],
    ['thumbs', 0, undefined, 'detractor', 1],
    ['thumbs', 1, undefined, 'promoter', 0],
  ] as const)('reads %s %d of %s as %s', (kind, value, max, scoreClass, unhappiness) => {
    expect(classifyScore({ kind, value, ...(max === undefined ? {} : { max }) })).toEqual({
      class: scoreClass,
      unhappiness,
    });
  });
});
