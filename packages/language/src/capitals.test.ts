import { describe, expect, it } from '@jest/globals';
import { isLoud } from './capitals.ts';

describe('isLoud', () => {
  it('hears four capitals together, of any script', () => {
    expect(['this is LATE', 'ЖДАЛИ', 'a𝐋𝐀𝐓𝐄'].map(isLoud)).toEqual([true, true, true]);
  });

  it('does not hear three, or four apart', () => {
    expect(['USA', 'A B C D', 'USAa', 'ช้ามาก', ''].some(isLoud)).toBe(false);
  });
});
