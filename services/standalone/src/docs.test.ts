import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { canonicalFeedback, DEFAULT_POLICY, TOPICS } from '@redress/contracts';

const ROOT = join(import.meta.dirname, '../../..');

function page(name: string): string {
  return readFileSync(join(ROOT, name), 'utf8');
}

describe('docs/policy.md', () => {
  const text = page('docs/policy.md');

  it('names every weight with the points that ship', () => {
    const said = Object.entries(DEFAULT_POLICY.points).map(
      ([name, points]) =>
        `\`${name}\` ${Array.isArray(points) ? `[${points.join(', ')}]` : String(points)}`,
    );
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('names every threshold, and every cause with its points and rank', () => {
    const { thresholds, causes } = DEFAULT_POLICY;
    const said = [
      ...Object.entries(thresholds).map(
        ([name, points]) => `\`thresholds.${name}\` ${String(points)} |`,
      ),
      ...Object.entries(causes).map(
        ([id, { points, rank }]) => `| ${id} | ${String(points)} | ${String(rank)} |`,
      ),
    ];
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('names every setting of ops with the figure that ships', () => {
    const said = Object.entries(DEFAULT_POLICY.ops).map(
      ([name, value]) =>
        `| \`ops.${name}\` | ${Array.isArray(value) ? value.join(', ') || 'none' : String(value)} |`,
    );
    expect(said.filter((words) => !text.includes(words))).toEqual([]);
  });

  it('names every table of the policy', () => {
    const settings = Object.keys(DEFAULT_POLICY).filter((name) => name !== 'version');
    expect(settings.filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('docs/channels.md', () => {
  it('shows feedback that would be accepted', () => {
    const shown = [...page('docs/channels.md').matchAll(/```json\n([\s\S]*?)```/g)]
      .map(([, json = '']) => JSON.parse(json) as object)
      .filter((example) => 'channel' in example);
    expect(shown.length).toBeGreaterThan(1);
    for (const example of shown) expect(canonicalFeedback.safeParse(example).error).toBeUndefined();
  });

  it('names every field of canonical feedback', () => {
    const text = page('docs/channels.md');
    expect(
      Object.keys(canonicalFeedback.shape).filter((name) => !text.includes(`\`${name}`)),
    ).toEqual([]);
  });
});

describe('every page', () => {
  const pages = [
    'README.md',
    'docs/start.md',
    'docs/channels.md',
    'docs/policy.md',
    'docs/operate.md',
    'docs/events.md',
  ];

  it('names topics that there are', () => {
    for (const name of pages) {
      for (const [topic] of page(name).matchAll(/\b[a-z-]+(?:\.[a-z]+)?\.v1\b/g)) {
        expect(Object.keys(TOPICS)).toContain(topic.replace(/^(redress|example)\./, ''));
      }
    }
  });

  it('links to files that there are', () => {
    for (const name of pages) {
      for (const [, target = ''] of page(name).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
        expect(() => readFileSync(join(ROOT, name, '..', target)).length).not.toThrow();
      }
    }
  });
});
