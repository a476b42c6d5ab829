import { describe, expect, it } from '@jest/globals';
import { FeatureList } from './feature-list.ts';

function featuresOf(text: string): number[] {
  const list = new FeatureList();
  list.read(text);
  return [...list.hashes.subarray(0, list.count)];
}
const shared = (a: string, b: string): number => {
  const others = new Set(featuresOf(b));
  return featuresOf(a).filter((hash) => others.has(hash)).length;
};

describe('FeatureList', () => {
  it('finds the same features again, each once, also after another text', () => {
    const list = new FeatureList();
    list.read('late late late');
    const first = [...list.hashes.subarray(0, list.count)];
    list.read('another text');
    list.read('late late late');
    expect([...list.hashes.subarray(0, list.count)]).toEqual(first);
    expect(new Set(first).size).toBe(first.length);
  });

  it('takes all digits for one, and every link and mention', () => {
    expect(featuresOf('paid 123')).toEqual(featuresOf('paid 987'));
    expect(featuresOf('see https://a.example/x now')).toEqual(
      featuresOf('see https://b.example/y now'),
    );
    expect(featuresOf('ask @anna now')).toEqual(featuresOf('ask @bert now'));
  });

  it('tells where a feature stands, within the text', () => {
    const text = 'ช้ามาก and late 😡';
    const list = new FeatureList();
    list.read(text);
    for (let at = 0; at < list.count; at += 1) {
      expect(list.starts[at]).toBeLessThanOrEqual(list.ends[at] ?? 0);
      expect(list.ends[at]).toBeLessThanOrEqual(text.length);
    }
    expect([...list.starts.subarray(0, list.count)]).toContain(text.indexOf('😡'));
  });

  it('shares parts of words, in scripts with spaces and without', () => {
    expect(shared('delivery', 'delivered')).toBeGreaterThan(10);
    expect(shared('ส่งช้ามาก', 'มาช้ามากเลย')).toBeGreaterThan(10);
    expect(shared('délai', 'kolejka')).toBeLessThan(4);
  });

  it.each([
    [''],
    ['   '],
    ['\ud83d'],
    ['\u0000\u202e'],
    ['a'.repeat(100_000)],
    ['字'.repeat(100_000)],
  ])('reads anything: %#', (text) => {
    expect(featuresOf(text).length).toBeGreaterThan(0);
  });

  it('looks at so many characters and no more', () => {
    const list = new FeatureList();
    list.read('one two three', 3);
    const three = [...list.hashes.subarray(0, list.count)];
    list.read('one');
    expect(three).toEqual([...list.hashes.subarray(0, list.count)]);
  });
});
