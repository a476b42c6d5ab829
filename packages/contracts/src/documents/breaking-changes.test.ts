import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { breakingChanges } from './breaking-changes.ts';
import { jsonSchemaOf } from './json-schema.ts';

const former = z.object({
  id: z.string(),
  state: z.enum(['open', 'closed']),
  note: z.string().max(100).optional(),
  owner: z.string().nullable(),
  clocks: z.object({ dueAt: z.iso.datetime().nullable() }),
  lines: z.array(z.object({ text: z.string() })),
  value: z.union([z.object({ minutes: z.number() }), z.object({ days: z.number() })]),
  record: z.object({ name: z.string() }).nullable(),
  attributes: z.record(z.string().max(10), z.union([z.string(), z.number()])),
});
const changesTo = (next: z.ZodType) => breakingChanges(jsonSchemaOf(former), jsonSchemaOf(next));

describe('a minor version', () => {
  it('is one that adds optional members, however deep, and words', () => {
    const next = former.extend({
      mood: z.string().optional(),
      note: z.string().max(100).optional().describe('what was noted'),
      clocks: z.object({ dueAt: z.iso.datetime().nullable(), paused: z.boolean().optional() }),
      lines: z.array(z.object({ text: z.string(), by: z.string().optional() })),
      value: z.union([
        z.object({ days: z.number(), from: z.string().optional() }),
        z.object({ minutes: z.number() }),
      ]),
      record: z.object({ name: z.string(), born: z.string().optional() }).nullable(),
    });
    expect(changesTo(next)).toEqual([]);
    expect(changesTo(former)).toEqual([]);
  });
});

describe('planted violations', () => {
  it.each<[string, z.ZodType, readonly string[]]>([
    ['a member that goes', former.omit({ note: true }), ['note is gone']],
    [
      'a member that may be missing',
      former.extend({ id: z.string().optional() }),
      ['id may be missing now'],
    ],
    [
      'a member that must be there',
      former.extend({ note: z.string().max(100) }),
      ['note must be there now, and former events may lack it'],
    ],
    [
      'a new member that must be there',
      former.extend({ team: z.string() }),
      ['team must be there now, and former events lack it'],
    ],
    ['another type', former.extend({ id: z.number() }), ['id: type was "string" and is "number"']],
    [
      'null where there was none',
      former.extend({ id: z.string().nullable() }),
      ['id: type was "string" and is ["string","null"]'],
    ],
    [
      'no null where there was one',
      former.extend({ owner: z.string() }),
      ['owner: type was ["string","null"] and is "string"'],
    ],
    [
      'a value more',
      former.extend({ state: z.enum(['open', 'closed', 'paused']) }),
      ['state: the value "paused" was added, and former consumers refuse it'],
    ],
    [
      'a value less',
      former.extend({ state: z.enum(['open']) }),
      ['state: the value "closed" is gone, and former events carry it'],
    ],
    [
      'a list of values that was free',
      former.extend({ id: z.enum(['a']) }),
      ['id was free and no longer is'],
    ],
    [
      'a list of values that is free',
      former.extend({ state: z.string() }),
      ['state was a list of values and no longer is'],
    ],
    [
      'a bound that moves',
      former.extend({ note: z.string().max(200).optional() }),
      ['note: maxLength was 100 and is 200'],
    ],
    [
      'a bound that is new',
      former.extend({ id: z.string().min(1) }),
      ['id: minLength was free and is 1'],
    ],
    [
      'a form that is another',
      former.extend({ clocks: z.object({ dueAt: z.iso.date().nullable() }) }),
      ['clocks.dueAt: format was "date-time" and is "date"'],
    ],
    [
      'a change inside a list',
      former.extend({ lines: z.array(z.object({})) }),
      ['lines[].text is gone'],
    ],
    [
      'a change inside what may be null',
      former.extend({ record: z.object({ name: z.number() }).nullable() }),
      ['record.name: type was "string" and is "number"'],
    ],
    [
      'a variant more',
      former.extend({
        value: z.union([
          z.object({ minutes: z.number() }),
          z.object({ days: z.number() }),
          z.string(),
        ]),
      }),
      ['value: the variant string was added'],
    ],
    [
      'a variant less',
      former.extend({ value: z.object({ minutes: z.number() }) }),
      [
        'value: type was free and is "object"',
        'value.minutes must be there now, and former events lack it',
        'value: the variant object is gone',
        'value: the variant object is gone',
      ],
    ],
    [
      'a change inside the values of a record',
      former.extend({ attributes: z.record(z.string().max(10), z.string()) }),
      ['attributes.*: type was ["string","number"] and is "string"'],
    ],
    [
      'a bound on the names of a record',
      former.extend({ attributes: z.record(z.string(), z.union([z.string(), z.number()])) }),
      ['attributes.(name): maxLength was 10 and is free'],
    ],
    [
      'another thing altogether',
      z.string(),
      expect.arrayContaining(['id is gone']) as unknown as string[],
    ],
  ])('are found: %s', (_what, next, told) => {
    expect(changesTo(next)).toEqual(told);
  });
});
