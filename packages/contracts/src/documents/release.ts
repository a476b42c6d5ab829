import { createHash } from 'node:crypto';
import { decodeEvent } from '../codec.ts';
import { EVENT_SCHEMAS, type EventType } from '../event-schemas.ts';
import { breakingChanges } from './breaking-changes.ts';
import { schemaOf, type JsonSchema } from './json-schema.ts';

/** An example's file and what is in it. */
export interface Example {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What others were promised of an event type: `released/<type>.json`. */
export interface Release {
  readonly type: string;
  readonly schema: JsonSchema;
  /** SHA-256 of each example, by its file. */
  readonly examples: Readonly<Record<string, string>>;
}

/** What would be promised now. */
export function releaseOf(type: EventType, examples: readonly Example[]): Release {
  return {
    type,
    schema: schemaOf(type),
    examples: Object.fromEntries(examples.map(({ file, bytes }) => [file, hashOf(bytes)])),
  };
}

/** What a release promised and is not kept any more; empty where all is. `examples`: those that are there now. */
export function brokenPromises(
  release: Release,
  examples: readonly Example[],
  next: JsonSchema | null = isEventType(release.type) ? schemaOf(release.type) : null,
): readonly string[] {
  const { type } = release;
  if (!isEventType(type) || next === null)
    return [`${type} is gone, and its events are in logs for ever`];
  const there = new Map(examples.map(({ file, bytes }) => [file, hashOf(bytes)]));
  return [
    ...breakingChanges(release.schema, next),
    ...Object.entries(release.examples)
      .filter(([file, hash]) => there.get(file) !== hash)
      .map(([file]) => `the example ${file} was ${there.has(file) ? 'changed' : 'taken away'}`),
    ...examples.flatMap(({ file, bytes }) => {
      const decoded = decodeEvent(type, bytes);
      return decoded.ok ? [] : [`the example ${file} ${decoded.reason}`];
    }),
  ].map((problem) => `${type}: ${problem}`);
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(EVENT_SCHEMAS, type);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
