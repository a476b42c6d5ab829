import { TOPICS, type TopicName } from '@redress/contracts';
import { RedressError, silentLogger, systemClock, type Logger } from '@redress/runtime';
import kafkajs, { type Admin } from 'kafkajs';
import { createKafkaClient, type KafkaClientOptions } from './create-kafka-client.ts';
import { asLogError, faultsOf } from './kafka-error.ts';
import type { KafkaConfig } from './kafka-variables.ts';
import { planTopic, wantedPartitions, type ExistingTopic, type TopicPlan } from './plan-topic.ts';
import { createTopicNames, type TopicNames } from './topic-names.ts';

const MOST_COPIES = 3;
const KNOWN_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 100;

const PATIENCE = {
  requestTimeout: 30_000,
  retry: { initialRetryTime: 200, multiplier: 2, factor: 0.2, maxRetryTime: 2000, retries: 3 },
};

/** What Kafka says no to, beside permissions. */
const REFUSED = [
  'POLICY_VIOLATION',
  'INVALID_REPLICATION_FACTOR',
  'INVALID_PARTITIONS',
  'INVALID_CONFIG',
  'INVALID_REQUEST',
];

export interface ApplyTopicsOptions {
  readonly config: KafkaConfig;
  /** Partitions of the feedback topics, at least; without it the contract's. */
  readonly partitions?: number;
  /** Copies of each partition of new topics; without it 3, or as many as there are brokers. */
  readonly replication?: number;
  /** Only tells what would be done. */
  readonly dryRun?: boolean;
  readonly logger?: Logger;
  readonly route?: KafkaClientOptions['route'];
}

/** What was, or would be, done to a topic. */
export interface AppliedTopic extends Omit<TopicPlan, 'settings'> {
  /** As Kafka calls it. */
  readonly name: string;
}

/**
 * Makes the topics of the contracts, or changes them to what the contracts say; a second call changes nothing. Returns when brokers lead every
 * partition. Throws RedressError: the brokers are away or refuse, or there are fewer of them than copies were asked for.
 */
export async function applyTopics(options: ApplyTopicsOptions): Promise<readonly AppliedTopic[]> {
  const { config, route } = options;
  const names = createTopicNames(config.KAFKA_TOPIC_PREFIX);
  const logger = options.logger ?? silentLogger;
  const client = { config, logger, ...(route === undefined ? {} : { route }) };
  const admin = createKafkaClient(client, PATIENCE).admin();
  try {
    await admin.connect();
    const replication = await copies(admin, options.replication);
    const existing = await findTopics(admin, names);
    const plans = Object.values(TOPICS).map(({ name }) => {
      const partitions = wantedPartitions(name, existing, options.partitions);
      const present = existing.get(name);
      // Copies of what is there matter only to who asked for a number of them.
      const wanted = options.replication ?? present?.replication ?? replication;
      return {
        topic: name,
        plan: planTopic(name, present, { partitions, replication: wanted }),
        ...(present === undefined ? {} : { present }),
      };
    });
    if (options.dryRun !== true) await carryOut(admin, names, replication, plans);
    return plans.map(({ topic, plan: { settings: _, ...told } }) => ({
      name: names.physical(topic),
      ...told,
    }));
  } catch (thrown) {
    throw refusal(thrown) ?? asLogError(firstOf(thrown), 'applying topics');
  } finally {
    await admin.disconnect().catch(() => undefined);
  }
}

interface Planned {
  readonly topic: TopicName;
  readonly plan: TopicPlan;
  readonly present?: ExistingTopic;
}

async function copies(admin: Admin, asked: number | undefined): Promise<number> {
  const { brokers } = await admin.describeCluster();
  const replication = asked ?? Math.min(MOST_COPIES, brokers.length);
  if (replication <= brokers.length) return replication;
  throw new RedressError(
    'REDRESS_USAGE',
    `${String(replication)} copies need as many brokers, and there are ${String(brokers.length)}; ask for fewer with --replication.`,
  );
}

async function findTopics(
  admin: Admin,
  names: TopicNames,
): Promise<ReadonlyMap<TopicName, ExistingTopic>> {
  const present = (await admin.listTopics()).filter((name) => names.logical(name) !== null);
  if (present.length === 0) return new Map();
  const { topics } = await admin.fetchTopicMetadata({ topics: present });
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: present.map((name) => ({ type: kafkajs.ConfigResourceTypes.TOPIC, name })),
  });
  const found = new Map<TopicName, ExistingTopic>();
  for (const { name, partitions } of topics) {
    const logical = names.logical(name);
    const entries = resources.find(({ resourceName }) => resourceName === name)?.configEntries;
    if (logical === null) continue;
    found.set(logical, {
      partitions: partitions.length,
      replication: Math.min(...partitions.map(({ replicas }) => replicas.length)),
      settings: new Map(entries?.map(({ configName, configValue }) => [configName, configValue])),
      own: new Map(
        entries
          ?.filter(({ configSource }) => configSource === kafkajs.ConfigSource.TOPIC_CONFIG)
          .map(({ configName, configValue }) => [configName, configValue]),
      ),
    });
  }
  return found;
}

async function carryOut(
  admin: Admin,
  names: TopicNames,
  replicationFactor: number,
  planned: readonly Planned[],
): Promise<void> {
  const missing = planned.filter(({ plan }) => plan.action === 'make');
  if (missing.length > 0) {
    await admin.createTopics({
      // kafkajs fails where a broker does not know the topic yet; we look ourselves.
      waitForLeaders: false,
      topics: missing.map(({ topic, plan }) => ({
        topic: names.physical(topic),
        numPartitions: plan.partitions,
        replicationFactor,
        configEntries: plan.settings.map(({ name, value }) => ({ name, value })),
      })),
    });
  }
  const raised = planned.filter(
    ({ plan, present }) => present !== undefined && plan.partitions > present.partitions,
  );
  if (raised.length > 0) {
    await admin.createPartitions({
      topicPartitions: raised.map(({ topic, plan }) => ({
        topic: names.physical(topic),
        count: plan.partitions,
      })),
    });
  }
  const altered = planned.filter(
    ({ plan, present }) => present !== undefined && plan.settings.length > 0,
  );
  if (altered.length > 0) {
    await admin.alterConfigs({
      validateOnly: false,
      resources: altered.map(({ topic, plan, present }) => ({
        type: kafkajs.ConfigResourceTypes.TOPIC,
        name: names.physical(topic),
        // This request replaces all that a topic has of its own, so what others set goes with it.
        configEntries: [
          ...new Map([
            ...(present?.own ?? []),
            ...plan.settings.map(({ name, value }) => [name, value] as const),
          ]),
        ].map(([name, value]) => ({ name, value })),
      })),
    });
  }
  await untilLed(admin, names, [...missing, ...raised]);
  if (altered.length > 0) await untilSet(admin, names, altered);
}

/** Waits until brokers tell the settings as they were set: the answer comes before they know. */
async function untilSet(
  admin: Admin,
  names: TopicNames,
  planned: readonly Planned[],
): Promise<void> {
  for (let waited = 0; waited < KNOWN_WITHIN_MS; waited += LOOK_EVERY_MS) {
    const existing = await findTopics(admin, names);
    const known = planned.every(({ topic, plan }) =>
      plan.settings.every(({ name, value }) => existing.get(topic)?.settings.get(name) === value),
    );
    if (known) return;
    await systemClock.sleep(LOOK_EVERY_MS);
  }
}

/** Waits until a broker leads every partition of new topics; before that, writes fail or are written twice. */
async function untilLed(
  admin: Admin,
  names: TopicNames,
  planned: readonly Planned[],
): Promise<void> {
  for (const { topic, plan } of planned) {
    for (let waited = 0; ; waited += LOOK_EVERY_MS) {
      try {
        const led = await admin.fetchTopicOffsets(names.physical(topic));
        if (led.length >= plan.partitions) break;
      } catch (thrown) {
        if (waited >= KNOWN_WITHIN_MS) throw thrown;
      }
      await systemClock.sleep(LOOK_EVERY_MS);
    }
  }
}

/** kafkajs collects the errors of several topics into one without a cause. */
function firstOf(thrown: unknown): unknown {
  if (thrown instanceof Error && 'errors' in thrown && Array.isArray(thrown.errors)) {
    const errors: readonly unknown[] = thrown.errors;
    return errors[0] ?? thrown;
  }
  return thrown;
}

function refusal(thrown: unknown): RedressError | null {
  const first = firstOf(thrown);
  const fault = faultsOf(first).find((name) => REFUSED.includes(name));
  if (fault === undefined) return null;
  const topic =
    first instanceof Error && 'topic' in first ? ` ${String(first.topic)}` : ' the topics';
  return new RedressError(
    'REDRESS_TOPICS_REFUSED',
    `Kafka did not make or change${topic} (${fault}); look at the brokers' policies and limits.`,
    { cause: thrown },
  );
}
