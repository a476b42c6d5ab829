import { describe, expect, it } from '@jest/globals';
import type { StatedPromise } from '@redress/contracts';
import { PROMISES } from './fixtures/promises.ts';
import { understand } from './understand.ts';

const AT = '2026-11-25T10:00:00.000Z';

function told({ by, due }: StatedPromise): string {
  if (due === null) return `${by} open`;
  return 'minutes' in due
    ? `${by} ${String(due.minutes)}`
    : `${by} ${String(due.days)}d ${due.localTime}`;
}

function promisesIn(line: string, language: string): string {
  const agent = /^agent: /u.exec(line)?.[0].length ?? 0;
  const { promises } = understand({
    language,
    at: AT,
    ...(agent > 0
      ? { turns: [{ who: 'agent' as const, text: line.slice(agent) }] }
      : { text: line }),
  });
  return promises.map(told).join(', ') || 'none';
}

describe.each(Object.entries(PROMISES))('promises in %s', (language, block) => {
  const cases = block
    .trim()
    .split('\n')
    .map((line) => line.split(' => ') as [string, string]);
  it.each(cases)('%s', (line, expected) => {
    expect(promisesIn(line, language)).toBe(expected);
  });
});
