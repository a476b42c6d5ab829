import { logRow } from '../outbox/log-row.ts';
import type { NewOutboxRow } from '../outbox/outbox-row.ts';
import type { Stamp } from '../stamp.ts';

/** What shares the topic. */
export type SettingKind =
  'setting' | 'source' | 'token' | 'request' | 'position' | 'void-transaction';

/** A record of `settings.v1`; the kind is part of the key. */
export function settingRow(
  kind: SettingKind,
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
