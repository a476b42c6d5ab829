import { stableJson } from '../identifiers.ts';
import type { EventType } from '../event-schemas.ts';
import { TOPICS, type Topic, type TopicName } from '../topics.ts';
import { consumeExample, consumeLines } from './consume-example.ts';
import { fieldsOf, type Field } from './fields-of.ts';
import { isProduced } from './is-produced.ts';
import { schemaOf } from './json-schema.ts';

/** Where a long list of members is told better, by topic. */
const TOLD_ELSEWHERE: Partial<Readonly<Record<EventType, string>>> = {
  'policies.v1': 'The members are those of a policy file: see [policy](policy.md).',
};

/** `docs/events.md`; `exampleOf` gives one event of each type. */
export function eventsPage(exampleOf: (type: EventType) => unknown): string {
  const topics = Object.values<Topic & { readonly name: TopicName }>(TOPICS);
  return `${[
    INTRODUCTION,
    contents(topics),
    ...topics.map((topic) => {
      const { name } = topic;
      return isProduced(name) ? section(topic, name, exampleOf(name)) : planned(topic);
    }),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `<!-- Written by \`npm run contracts -- --write\` from packages/contracts. Change it there. -->
# Events

Everything Redress does stands in its log, and anybody may read along: on Kafka under the prefix \`redress.\` (\`KAFKA_TOPIC_PREFIX\`), embedded with \`redress tail\`. The same as a document for tools: [asyncapi.json](asyncapi.json) (AsyncAPI 3).

- **A value is a CloudEvent 1.0** in structured JSON: \`id\`, \`source\`, \`type\`, \`time\`, \`data\`, and \`transaction\` where a transaction of the store made it. The headers \`ce_type\`, \`ce_id\` and \`traceparent\` say the same outside. The same \`id\` again is the same event again: delivery is at least once.
- **A null value is a tombstone**: what had this key was erased. Forget it too.
- **State topics carry the whole row** after its change with its \`version\`: the last record of a key is how it is.
- **Within a version members are only added.** Read what you know, pass on the rest. A closed list (a channel, a state, a cause) gets a value, or a member another meaning, only with a new version under a new name; both are then written until nobody reads the old one. CI holds the last released schemas and every example against the code ([why](decisions/0015-contracts-and-compatibility.md)).
- **What is newer than you**: a type, or a version of one, that you do not know is no fault. Redress parks it as a dead letter with the reason \`newer version\`; after an upgrade \`redress dead-letters replay --reason 'newer version'\` puts it back.
- **Nothing personal in keys and headers.** The values hold what customers said: give read access as you would to their mailbox.`;

function contents(topics: readonly Topic[]): string {
  return [
    '| topic | what | kept |',
    '|---|---|---|',
    ...topics.map(
      (topic) =>
        `| [\`${topic.name}\`](#${anchorOf(topic.name)}) | ${topic.what} | ${keptOf(topic)} |`,
    ),
  ].join('\n');
}

function section(topic: Topic, type: EventType, example: unknown): string {
  const lines = consumeLines(type);
  return [
    `## ${type}`,
    sentence(topic.what),
    facts(topic),
    `### Members of \`${type}\``,
    TOLD_ELSEWHERE[type] ?? members(type),
    `### An event of \`${type}\``,
    fenced('json', JSON.stringify(example, null, 2)),
    `### Read \`${type}\``,
    fenced('sh', `${lines.redress}\n${lines.kafka}`),
    fenced('js', consumeExample(type).trimEnd()),
  ].join('\n\n');
}

function planned(topic: Topic): string {
  return [
    `## ${topic.name}`,
    `Nobody writes it yet: ${topic.what}, keyed by ${topic.key}, comes with a later version. The topic is made all the same, so that it is there when the first event comes.`,
  ].join('\n\n');
}

function facts(topic: Topic): string {
  return [
    '| key | partitions | kept | written by | read by |',
    '|---|---|---|---|---|',
    `| ${topic.key} | ${String(topic.partitions)} | ${keptOf(topic)} | ${topic.producers.join(', ')} | ${topic.consumers.join(', ') || 'whoever wants to'} |`,
  ].join('\n');
}

function members(type: EventType): string {
  const all = fieldsOf(schemaOf(type));
  const shown = type === 'feedback.scored.v1' ? all.filter(isOfScoredAlone) : all;
  return [
    ...(type === 'feedback.scored.v1'
      ? ['Everything of [`feedback.received.v1`](#feedbackreceivedv1), and:\n']
      : []),
    '| member | type | | |',
    '|---|---|---|---|',
    ...shown.map(
      ({ path, type: form, always, description }) =>
        `| \`${path}\` | ${form} | ${always ? '' : 'optional'} | ${description} |`,
    ),
  ].join('\n');
}

const RECEIVED = new Set(fieldsOf(schemaOf('feedback.received.v1')).map((one) => stableJson(one)));

function isOfScoredAlone(field: Field): boolean {
  return !RECEIVED.has(stableJson(field));
}

function keptOf({ compacted, retentionDays }: Topic): string {
  const kept = retentionDays === null ? 'for ever' : `${String(retentionDays)} days`;
  return compacted ? `compacted, ${kept}` : kept;
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function anchorOf(heading: string): string {
  return heading.replaceAll('.', '');
}
