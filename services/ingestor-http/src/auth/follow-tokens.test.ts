import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeEvent, partitionOfKey } from '@redress/contracts';
import { openEmbeddedLog, type EventLog } from '@redress/event-log';
import { silentLogger, systemClock } from '@redress/runtime';
import { eventually } from '@redress/testkit';
import { followTokens, type Tokens } from './follow-tokens.ts';

const NOW = '2026-06-18T10:00:00.000Z';
const clock = {
  now: () => NOW,
  sleep: (_milliseconds: number, signal?: AbortSignal) => systemClock.sleep(5, signal),
};
let directory: string;
let log: EventLog;
let tokens: Tokens | null;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-tokens-'));
  log = openEmbeddedLog({ directory, clock });
  tokens = null;
});
afterEach(async () => {
  await tokens?.stop();
  await log.close();
  rmSync(directory, { recursive: true });
});

/** As the store's settings row is. */
async function publish(token: string, expiresAt: string | null, kind = 'access'): Promise<void> {
  const hash = createHash('sha256').update(token).digest('hex');
  const key = `token:${hash}`;
  await log.publish([
    {
      topic: 'settings.v1',
      partition: partitionOfKey(key, log.partitions('settings.v1')),
      key,
      value: encodeEvent({
        id: key,
        type: 'settings.v1',
        source: 'notifier',
        time: NOW,
        data: { kind: 'token', name: hash, version: 1, value: { hash, kind, expiresAt } },
      }),
    },
  ]);
}
const follow = async (token?: string): Promise<Tokens> =>
  (tokens = await followTokens({ log, clock, logger: silentLogger, token }));

describe('the tokens that an ingestor knows', () => {
  it('are those of the topic and of the environment, and no others', async () => {
    await publish('made before', null);
    const { isValid } = await follow('from the environment');
    expect(['made before', 'from the environment', 'guessed', ''].map(isValid)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('count when they are made later, and no more when they are taken back or expire', async () => {
    const { isValid } = await follow();
    await publish('made later', '2026-06-18T11:00:00.000Z');
    await eventually('token that counts', () => isValid('made later') || null);
    await publish('made later', NOW);
    await eventually('token taken back', () => !isValid('made later') || null);
  });

  it('are those for the API alone', async () => {
    await publish('of a browser', null, 'session');
    expect((await follow()).isValid('of a browser')).toBe(false);
  });
});
