import { z } from 'zod';
import { EVENT_SCHEMAS, type EventType } from '../event-schemas.ts';

/** A JSON Schema (draft 7), as far as ours go. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly [keyword: string]: unknown;
}

/** What stands in the data of an event on the log. Of what is read, before instants are normalised and what is missing is filled in. */
export function schemaOf(type: EventType): JsonSchema {
  return jsonSchemaOf(EVENT_SCHEMAS[type]);
}

/** Any schema of ours as JSON Schema; rules that only code can check (a time zone that exists) are left out. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // What a format or a number of any computer says already.
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return JSON.parse(JSON.stringify(rest)) as JsonSchema;
}
