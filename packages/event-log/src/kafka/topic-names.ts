import { TOPICS, type TopicName } from '@redress/contracts';

const OWN_PREFIX = 'redress.';

/** Logical names and what Kafka calls them. */
export interface TopicNames {
  physical(topic: TopicName): string;
  /** Null for a topic that is none of ours. */
  logical(physical: string): TopicName | null;
  /** `redress.scorer` under the prefix: two installations on one cluster stay apart. */
  group(group: string): string;
}

/** Names under a prefix; with `redress.` groups are called what the program calls them. */
export function createTopicNames(prefix: string): TopicNames {
  return {
    physical: (topic) => `${prefix}${topic}`,
    logical(physical) {
      const name = physical.slice(prefix.length);
      return physical.startsWith(prefix) && isTopicName(name) ? name : null;
    },
    group: (group) =>
      group.startsWith(OWN_PREFIX) ? `${prefix}${group.slice(OWN_PREFIX.length)}` : prefix + group,
  };
}

function isTopicName(name: string): name is TopicName {
  return Object.hasOwn(TOPICS, name);
}
