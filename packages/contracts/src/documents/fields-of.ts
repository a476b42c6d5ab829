import type { JsonSchema } from './json-schema.ts';

/** A member of an event's data, as a line of a table. */
export interface Field {
  /** `clocks.customer.promiseDueAt`, `lines[].text`. */
  readonly path: string;
  readonly type: string;
  readonly always: boolean;
  readonly description: string;
}

/** Longer lists of values are cut. */
const MOST_VALUES = 20;

/** Every member below a schema, depth first, in the order of the schema. */
export function fieldsOf(schema: JsonSchema, at = ''): readonly Field[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const path = at === '' ? name : `${at}.${name}`;
    const { description = '' } = member;
    return [
      { path, type: typeOf(member), always: required.has(name), description },
      ...below(member, path),
    ];
  });
}

function below(schema: JsonSchema, path: string): readonly Field[] {
  if (schema.items !== undefined) return below(schema.items, `${path}[]`);
  const variants = (schema.anyOf ?? []).filter(({ properties }) => properties !== undefined);
  // Members of what may be null; several forms are told by their type alone.
  const [only] = variants;
  if (only !== undefined && variants.length === 1) return fieldsOf(only, path);
  return fieldsOf(schema, path);
}

function typeOf(schema: JsonSchema): string {
  const { type, items, anyOf, format } = schema;
  if (schema.enum !== undefined) return valuesOf(schema.enum);
  if (schema['const'] !== undefined) return valuesOf([schema['const']]);
  if (anyOf !== undefined) return [...new Set(anyOf.map(formOf))].join(' or ');
  if (items !== undefined) return `list of ${typeOf(items)}`;
  if (type === undefined) return 'any JSON';
  return [type]
    .flat()
    .map((one) => (one === 'string' ? (format ?? one) : one))
    .join(' or ');
}

/** An object among several forms is told by its members. */
function formOf(schema: JsonSchema): string {
  const members = Object.keys(schema.properties ?? {});
  return members.length === 0 || members.length > 4 ? typeOf(schema) : `{${members.join(', ')}}`;
}

function valuesOf(values: readonly unknown[]): string {
  const told = values.slice(0, MOST_VALUES).map((value) => `\`${String(value)}\``);
  return [...told, ...(values.length > MOST_VALUES ? ['…'] : [])].join(', ');
}
