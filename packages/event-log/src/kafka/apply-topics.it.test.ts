import { TOPICS, type TopicName } from '@redress/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, testServers } from '@redress/testkit';
import { ConfigResourceTypes, type Admin } from 'kafkajs';
import { applyTopics, type AppliedTopic } from './apply-topics.ts';
import { aKafka, type TestKafka } from './fixtures/a-kafka.ts';

const ALL = Object.keys(TOPICS) as TopicName[];
const actions = (applied: readonly AppliedTopic[]) => new Set(applied.map(({ action }) => action));

for (const [version, broker] of Object.entries(testServers().kafka)) {
  describe(`applyTopics on Kafka ${version}`, () => {
    let kafka: TestKafka;
    let admin: Admin;
    beforeEach(async () => {
      kafka = await aKafka(broker, []);
      admin = kafka.admin;
    });
    afterEach(async () => {
      const present = (await admin.listTopics()).filter((name) => name.startsWith(kafka.prefix));
      if (present.length > 0) await admin.deleteTopics({ topics: present });
      await kafka.cleanup();
    });

    const settingsOf = async (topic: TopicName): Promise<Record<string, string>> => {
      const { resources } = await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: kafka.physical(topic) }],
      });
      return Object.fromEntries(
        resources[0]!.configEntries.map(({ configName, configValue }) => [configName, configValue]),
      );
    };
    const partitionsOf = async (topic: TopicName): Promise<number> =>
      (await admin.fetchTopicMetadata({ topics: [kafka.physical(topic)] })).topics[0]!.partitions
        .length;

    it('makes every topic as the contracts say, ready to use, and a second time changes nothing', async () => {
      const made = await applyTopics({ config: kafka.config });
      expect(made.map(({ name }) => name)).toEqual(ALL.map((topic) => kafka.physical(topic)));
      expect(actions(made)).toEqual(new Set(['make']));
      const log = await kafka.open();
      await log.publish(
        ALL.map((topic) => ({ topic, partition: 0, key: 'k', value: Buffer.from('v') })),
      );
      expect(await settingsOf('feedback.received.v1')).toMatchObject({
        'cleanup.policy': 'compact,delete',
        'retention.ms': String(400 * 86_400_000),
        'delete.retention.ms': '604800000',
        'max.message.bytes': '4194304',
      });
      expect(await settingsOf('tasks.v1')).toMatchObject({
        'cleanup.policy': 'compact',
        'min.compaction.lag.ms': '3600000',
        'max.compaction.lag.ms': '604800000',
      });
      expect(actions(await applyTopics({ config: kafka.config }))).toEqual(new Set(['leave']));
    });

    it('only tells what it would do in a dry run', async () => {
      const told = await applyTopics({ config: kafka.config, dryRun: true });
      expect(actions(told)).toEqual(new Set(['make']));
      expect((await admin.listTopics()).filter((name) => name.startsWith(kafka.prefix))).toEqual(
        [],
      );
    });

    it('puts settings right, keeps those of others, and never lowers partitions', async () => {
      await applyTopics({ config: kafka.config, partitions: 6 });
      await admin.alterConfigs({
        validateOnly: false,
        resources: [
          {
            type: ConfigResourceTypes.TOPIC,
            name: kafka.physical('tasks.v1'),
            configEntries: [
              { name: 'cleanup.policy', value: 'delete' },
              { name: 'segment.bytes', value: '2097152' },
            ],
          },
        ],
      });
      await eventually('the settings of others', async () =>
        (await settingsOf('tasks.v1'))['segment.bytes'] === '2097152' ? true : null,
      );
      const applied = await applyTopics({ config: kafka.config });
      const tasks = applied.find(({ name }) => name === kafka.physical('tasks.v1'));
      expect(tasks?.changes).toContain('cleanup.policy delete to compact');
      expect(await settingsOf('tasks.v1')).toMatchObject({
        'cleanup.policy': 'compact',
        'segment.bytes': '2097152',
      });
      expect([await partitionsOf('feedback.scored.v1'), await partitionsOf('tasks.v1')]).toEqual([
        6, 4,
      ]);
    });

    it('raises the partitions of the feedback topics alone, and says that keys move', async () => {
      await applyTopics({ config: kafka.config });
      const applied = await applyTopics({ config: kafka.config, partitions: 8 });
      const raised = applied.filter(({ action }) => action === 'change');
      expect(raised.map(({ name }) => name).sort()).toEqual(
        ['feedback.received.v1', 'feedback.scored.v1'].map((name) => `${kafka.prefix}${name}`),
      );
      expect(raised[0]?.notes[0]).toContain('may now fall into another one');
      expect(await partitionsOf('feedback.received.v1')).toBe(8);
    });

    it('refuses more copies than there are brokers, and says so where none answers', async () => {
      await expect(applyTopics({ config: kafka.config, replication: 9 })).rejects.toMatchObject({
        code: 'REDRESS_USAGE',
        message: expect.stringContaining('9 copies'),
      });
      await expect(
        applyTopics({ config: { ...kafka.config, KAFKA_BROKERS: '127.0.0.1:9' } }),
      ).rejects.toMatchObject({ code: 'REDRESS_LOG_UNAVAILABLE', retryable: true });
    });
  });
}
