import { describe, expect, it } from '@jest/globals';
import { readStories } from './read-stories.ts';
import { shiftStory } from './shift-story.ts';

const NOW = '2026-11-22T10:00:00.000Z';

describe('a sample story', () => {
  it('ends now, with every span as it was, and dates moved by whole days', async () => {
    const stories = await readStories();
    expect(stories.length).toBeGreaterThan(0);
    for (const story of stories) {
      const shifted = shiftStory(story, NOW);
      const times = (of: typeof story) =>
        of.feedback.map(({ occurredAt }) => Date.parse(occurredAt));
      expect(Math.max(...times(shifted))).toBe(Date.parse(NOW));
      const span = Date.parse(NOW) - Math.max(...times(story));
      expect(times(shifted)).toEqual(times(story).map((time) => time + span));
      expect(shifted.actions.map(({ at }) => Date.parse(at))).toEqual(
        story.actions.map(({ at }) => Date.parse(at) + span),
      );
      story.customers.forEach(({ renewalOn, since }, index) => {
        for (const [before, after] of [
          [renewalOn, shifted.customers[index]?.renewalOn],
          [since, shifted.customers[index]?.since],
        ] as const) {
          expect(after === undefined).toBe(before === undefined);
          if (before !== undefined && after !== undefined)
            expect(Math.abs(Date.parse(after) - Date.parse(before) - span)).toBeLessThan(
              86_400_000,
            );
        }
      });
    }
  });
});
