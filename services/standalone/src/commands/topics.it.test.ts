import { TOPICS } from '@redress/contracts';
import { describe, expect, it } from '@jest/globals';
import { testServers } from '@redress/testkit';
import { runCommand } from '../fixtures/run-command.ts';

const kafka = {
  KAFKA_BROKERS: testServers().kafka['4.x'],
  KAFKA_TOPIC_PREFIX: `topics-command-${String(process.pid)}.`,
};
const apply = (words: readonly string[], environment: Readonly<Record<string, string>> = kafka) =>
  runCommand(['topics', 'apply', ...words], { environment });

describe('redress topics apply', () => {
  it('prints a row for each topic and makes none in a dry run', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { code, stdout } = await apply(['--dry-run', '--partitions', '6']);
      expect(code).toBe(0);
      const rows = stdout.trim().split('\n').slice(1);
      expect(rows).toHaveLength(Object.keys(TOPICS).length);
      expect(rows[0]).toMatch(/feedback\.received\.v1\s+6\s+would make/);
    }
  });

  it('says what is wrong in a sentence, with the exit code of its kind', async () => {
    expect(await apply(['--partitions', 'many'])).toMatchObject({ code: 2 });
    expect(await apply([], {})).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('KAFKA_BROKERS: is missing'),
    });
    expect(await apply(['--replication', '99'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('99 copies need as many brokers'),
    });
    expect(await apply([], { ...kafka, KAFKA_BROKERS: '127.0.0.1:9' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('check KAFKA_BROKERS'),
    });
  });
});
