import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Stamp } from '../stamp.ts';

/** A record of `settings.v1`: plain settings, sources and tokens share the topic, so the kind is part of the key. */
export function settingRow(
  kind: 'setting' | 'source' | 'token',
  name: string,
  version: number,
  value: unknown,
  stamp: Stamp,
): NewOutboxRow {
  return logRow(
    'settings.v1',
    { key: `${kind}:${name}`, version, data: { kind, name, version, value } },
    stamp,
  );
}
