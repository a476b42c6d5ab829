import { stableJson } from '../identifiers.ts';
import type { JsonSchema } from './json-schema.ts';

/** Keywords that tell people something and bind nobody. */
const ANNOTATIONS = [
  'title',
  'description',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  '$id',
];
/** Keywords that are looked into one by one. */
const STRUCTURE = ['properties', 'required', 'items', 'additionalProperties', 'propertyNames'];
const VARIANTS = ['anyOf', 'oneOf', 'allOf'] as const;

/**
 * What a change of an event's data breaks: a consumer of the former version that reads what is written now, or a consumer of now that reads what was
 * written then. Empty: a minor version. Only new optional members are; a member that goes, a value added to a closed list, a bound that moves is not.
 */
export function breakingChanges(former: JsonSchema, next: JsonSchema, at = ''): readonly string[] {
  return [
    ...boundsBetween(former, next, at),
    ...membersBetween(former, next, at),
    ...below('items', `${at}[]`),
    ...below('additionalProperties', `${at}.*`),
    ...below('propertyNames', `${at}.(name)`),
    ...VARIANTS.flatMap((keyword) =>
      variantsBetween(former[keyword], next[keyword], at === '' ? '(whole)' : at),
    ),
  ];

  function below(keyword: string, place: string): readonly string[] {
    const [before, after] = [former[keyword], next[keyword]];
    if (isSchema(before) && isSchema(after)) return breakingChanges(before, after, place);
    return stableJson(before ?? null) === stableJson(after ?? null)
      ? []
      : [`${place} is ${after === undefined ? 'free' : 'bound'} now`];
  }
}

function membersBetween(former: JsonSchema, next: JsonSchema, at: string): readonly string[] {
  const [before, after] = [former.properties ?? {}, next.properties ?? {}];
  const [had, has] = [new Set(former.required), new Set(next.required)];
  const place = (name: string): string => (at === '' ? name : `${at}.${name}`);
  return [
    ...Object.entries(before).flatMap(([name, schema]) => {
      const now = after[name];
      if (now === undefined) return [`${place(name)} is gone`];
      return [
        ...(had.has(name) && !has.has(name) ? [`${place(name)} may be missing now`] : []),
        ...(!had.has(name) && has.has(name)
          ? [`${place(name)} must be there now, and former events may lack it`]
          : []),
        ...breakingChanges(schema, now, place(name)),
      ];
    }),
    ...Object.keys(after)
      .filter((name) => !(name in before) && has.has(name))
      .map((name) => `${place(name)} must be there now, and former events lack it`),
  ];
}

/** Types, formats, bounds and lists of values: each must be what it was. */
function boundsBetween(former: JsonSchema, next: JsonSchema, at: string): readonly string[] {
  const told = at === '' ? '(whole)' : at;
  const keywords = new Set([...Object.keys(former), ...Object.keys(next)]);
  return [...keywords]
    .filter((name) => ![...ANNOTATIONS, ...STRUCTURE, ...VARIANTS].includes(name))
    .flatMap((name) => {
      const [before, after] = [former[name], next[name]];
      if (name === 'enum') return valuesBetween(before, after, told);
      return stableJson(before ?? null) === stableJson(after ?? null)
        ? []
        : [`${told}: ${name} was ${written(before)} and is ${written(after)}`];
    });
}

function valuesBetween(before: unknown, after: unknown, at: string): readonly string[] {
  if (!Array.isArray(before) || !Array.isArray(after))
    return [`${at} was ${before === undefined ? 'free' : 'a list of values'} and no longer is`];
  const [had, has] = [before.map(written), after.map(written)];
  return [
    ...has
      .filter((value) => !had.includes(value))
      .map((value) => `${at}: the value ${value} was added, and former consumers refuse it`),
    ...had
      .filter((value) => !has.includes(value))
      .map((value) => `${at}: the value ${value} is gone, and former events carry it`),
  ];
}

/** Each variant must have one on the other side that it goes with, in whatever order. */
function variantsBetween(before: unknown, after: unknown, at: string): readonly string[] {
  const [had, has] = [asSchemas(before), asSchemas(after)];
  const fits = (one: JsonSchema, other: JsonSchema): boolean =>
    breakingChanges(one, other).length === 0;
  const lost = had.filter((one) => !has.some((other) => fits(one, other)));
  const added = has.filter((other) => !had.some((one) => fits(one, other)));
  const [lostOne, addedOne] = [lost[0], added[0]];
  // One that changed is told by what changed in it.
  if (lost.length === 1 && added.length === 1 && lostOne !== undefined && addedOne !== undefined)
    return breakingChanges(lostOne, addedOne, at === '(whole)' ? '' : at);
  return [
    ...lost.map((one) => `${at}: the variant ${shape(one)} is gone`),
    ...added.map((one) => `${at}: the variant ${shape(one)} was added`),
  ];
}

function shape(schema: JsonSchema): string {
  if (schema.enum !== undefined) return written(schema.enum);
  return schema.type === undefined ? 'of another form' : [schema.type].flat().join(' or ');
}

function asSchemas(value: unknown): readonly JsonSchema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  return value === undefined ? 'free' : JSON.stringify(value);
}
