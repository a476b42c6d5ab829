import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, encodeEvent, partitionOfKey } from '@redress/contracts';
import { openEmbeddedLog, type EventLog } from '@redress/event-log';
import { silentLogger, systemClock } from '@redress/runtime';
import { eventually } from '@redress/testkit';
import { followListening, type FollowedListening } from './follow-listening.ts';

const NOW = '2026-06-18T10:00:00.000Z';
const clock = {
  now: () => NOW,
  sleep: (_milliseconds: number, signal?: AbortSignal) => systemClock.sleep(5, signal),
};
let directory: string;
let log: EventLog;
let followed: FollowedListening | null;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'redress-listening-'));
  log = openEmbeddedLog({ directory, clock });
  followed = null;
});
afterEach(async () => {
  await followed?.stop();
  await log.close();
  rmSync(directory, { recursive: true });
});

/** As the relay sends a policy that was put in force. */
async function publish(version: string, name: string, sequence: number): Promise<void> {
  await log.publish([
    {
      topic: 'policies.v1',
      partition: partitionOfKey(version, log.partitions('policies.v1')),
      key: version,
      headers: { sequence: String(sequence) },
      value: encodeEvent({
        id: version,
        type: 'policies.v1',
        source: 'notifier',
        time: NOW,
        data: { ...DEFAULT_POLICY, version, competitors: [{ name, otherNames: [] }] },
      }),
    },
  ]);
}
const follow = async (): Promise<FollowedListening> =>
  (followed = await followListening({ log, clock, logger: silentLogger }));
const names = (): readonly string[] =>
  followed?.current().competitors.map(({ name }) => name) ?? [];

describe('what a scorer listens for', () => {
  it('is what ships where no policy was put in force', async () => {
    await follow();
    expect(followed?.current()).toBe(DEFAULT_POLICY);
  });

  it('is what the policy tells that was put in force last, whatever partition it is in', async () => {
    await publish('b', 'Second', 2);
    await publish('a', 'First', 1);
    await publish('c', 'Third', 3);
    await follow();
    expect(names()).toEqual(['Third']);
  });

  it('changes when another policy is put in force, a former one among them', async () => {
    await publish('a', 'First', 1);
    await publish('b', 'Second', 2);
    const { current } = await follow();
    expect(current()).toBe(current());
    await publish('a', 'First', 3);
    await eventually('former policy in force', () => names()[0] === 'First' || null);
  });

  it('stays where a record is no policy', async () => {
    await publish('a', 'First', 1);
    await log.publish([
      { topic: 'policies.v1', partition: 0, key: 'x', value: Buffer.from('not an event') },
    ]);
    await follow();
    expect(names()).toEqual(['First']);
  });
});
