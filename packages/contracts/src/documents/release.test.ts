import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, type EventType } from '../event-schemas.ts';
import { examplesOf } from '../fixtures/examples-of.ts';
import { brokenPromises, releaseOf, type Release } from './release.ts';

const RELEASED = path.join(import.meta.dirname, '../../released');
const releases = readdirSync(RELEASED).map(
  (file) => JSON.parse(readFileSync(path.join(RELEASED, file), 'utf8')) as Release,
);
const TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];
const kept = releaseOf('tasks.v1', examplesOf('tasks.v1'));

describe('what was released', () => {
  it.each(releases.map((release) => [release.type, release] as const))(
    'is kept: %s',
    (type, release) => {
      const examples = TYPES.includes(type as EventType) ? examplesOf(type as EventType) : [];
      expect(brokenPromises(release, examples)).toEqual([]);
    },
  );

  it('is every event that is produced; npm run contracts -- --release writes it down', () => {
    expect(releases.map(({ type }) => type).sort()).toEqual([...TYPES].sort());
  });
});

describe('planted violations', () => {
  const examples = examplesOf('tasks.v1');

  it('none: the same again is kept', () => {
    expect(brokenPromises(kept, examples)).toEqual([]);
  });

  it('are found: a member that goes', () => {
    const { owner: _, ...properties } = kept.schema.properties ?? {};
    expect(brokenPromises(kept, examples, { ...kept.schema, properties })).toEqual([
      'tasks.v1: owner is gone',
    ]);
  });

  it('are found: an example that was changed, and one that was taken away', () => {
    const [first, second, ...rest] = examples;
    const changed = { ...first!, bytes: Buffer.from(`${Buffer.from(first!.bytes).toString()} `) };
    expect(brokenPromises(kept, [changed, ...rest])).toEqual([
      `tasks.v1: the example ${first!.file} was changed`,
      `tasks.v1: the example ${second!.file} was taken away`,
    ]);
  });

  it('are found: an example that no longer reads', () => {
    const bytes = Buffer.from('{}');
    expect(brokenPromises(kept, [...examples, { file: 'other.json', bytes }])).toEqual([
      expect.stringContaining('tasks.v1: the example other.json is no CloudEvent'),
    ]);
  });

  it('are found: an event type that nobody knows any more', () => {
    expect(brokenPromises({ ...kept, type: 'tasks.v0' }, [])).toEqual([
      'tasks.v0 is gone, and its events are in logs for ever',
    ]);
  });
});
