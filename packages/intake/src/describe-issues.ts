import type { FieldProblem } from '@redress/runtime';

/** What a schema says of one place; the part of zod's issue that is used. */
interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Every problem by the field's dotted path (`customer.identities.0.type`), in words for whoever sent it. */
export function describeIssues(issues: readonly Issue[], input: unknown): readonly FieldProblem[] {
  return issues.map(({ path, message }) => ({
    field: path.map(String).join('.'),
    message: path.length > 0 && valueAt(input, path) === undefined ? 'is missing' : message,
  }));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    input,
  );
}
