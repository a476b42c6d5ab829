import type { EventData } from '@redress/contracts';
import type { Queryable } from '../queryable.ts';
import { foldTopic } from './fold-topic.ts';
import type { FoldContext, StateRecord } from './fold-topic.ts';

type Setting = StateRecord<'settings.v1'>;

/** How far groups had read, and what was applied on the way. */
export interface ReadingState {
  /** Group → place (`feedback.scored.v1/3`) → next offset. */
  readonly positions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Event id → when it was applied, as far as positions tell. */
  readonly applied: Map<string, string>;
}

/** Settings, sources, tokens and answered requests; kinds of later releases are passed. */
export async function foldSettings(context: FoldContext): Promise<ReadingState> {
  const positions = new Map<string, Map<string, number>>();
  const applied = new Map<string, string>();
  await foldTopic(context, 'settings.v1', {
    wants: (key) => key.startsWith('position:'),
    every: ({ data, time }) => {
      for (const eventId of positionOf(data)?.eventIds ?? []) noteApplied(applied, eventId, time);
    },
    async write(tx, records) {
      for (const [kind, statement] of Object.entries(STATEMENTS))
        await insert(
          tx,
          statement,
          records.filter(({ data }) => data.kind === kind),
        );
      for (const { data } of records) {
        const position = positionOf(data);
        if (position === null) continue;
        const ofGroup = positions.get(position.group) ?? new Map<string, number>();
        positions.set(position.group, ofGroup.set(position.place, position.next));
      }
    },
  });
  return { positions, applied };
}

/** The first time counts: seen again it had no effect. */
export function noteApplied(applied: Map<string, string>, eventId: string, at: string): void {
  const known = applied.get(eventId);
  if (known === undefined || at < known) applied.set(eventId, at);
}

const GIVEN = `jsonb_to_recordset($1::text::jsonb)
  AS given (name text, version integer, value jsonb, at timestamptz)`;

/** By kind. An answer is not on the topic: the same request again is told that it was done, and nothing more. */
const STATEMENTS = {
  setting: `INSERT INTO settings (key, value, version, changed_at) SELECT name, value, version, at FROM ${GIVEN}`,
  source: `INSERT INTO sources (name, live, version, changed_at)
    SELECT name, (value ->> 'live')::boolean, version, at FROM ${GIVEN}`,
  token: `INSERT INTO tokens (hash, kind, owner_id, created_at, expires_at, used_at)
    SELECT name, value ->> 'kind', value ->> 'ownerId', (value ->> 'createdAt')::timestamptz,
           (value ->> 'expiresAt')::timestamptz, (value ->> 'usedAt')::timestamptz
    FROM ${GIVEN}`,
  request: `INSERT INTO idempotency_keys (key, route, request_hash, taken_at, status, body)
    SELECT value ->> 'key', value ->> 'route', value ->> 'requestHash', (value ->> 'takenAt')::timestamptz,
           (value ->> 'status')::integer, '{}'
    FROM ${GIVEN}`,
} as const;

async function insert(tx: Queryable, sql: string, records: readonly Setting[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(sql, [
    JSON.stringify(
      // JSON has no undefined; a setting may well be null.
      records.map(({ data: { name, version, value = null }, time }) => ({
        name,
        version,
        value,
        at: time,
      })),
    ),
  ]);
}

function positionOf({ kind, name, value }: EventData<'settings.v1'>): {
  readonly group: string;
  readonly place: string;
  readonly next: number;
  readonly eventIds: readonly string[];
} | null {
  if (kind !== 'position' || typeof value !== 'object' || value === null) return null;
  if (!('group' in value) || typeof value.group !== 'string') return null;
  if (!('next' in value) || typeof value.next !== 'number') return null;
  const told: readonly unknown[] =
    'eventIds' in value && Array.isArray(value.eventIds) ? value.eventIds : [];
  return {
    group: value.group,
    place: name.slice(value.group.length + 1),
    next: value.next,
    eventIds: told.filter((id) => typeof id === 'string'),
  };
}
