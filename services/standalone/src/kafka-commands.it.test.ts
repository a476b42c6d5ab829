import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EVENT_SCHEMAS, TOPICS, type EventType } from '@redress/contracts';
import { deadLetterRecord, openKafkaLog, type EventLog } from '@redress/event-log';
import { systemClock } from '@redress/runtime';
import { testServers } from '@redress/testkit';
import { linesOf, runCommand } from './fixtures/run-command.ts';

const ROOT = path.join(import.meta.dirname, '../../..');
const LIMIT = 120_000;
const TYPES = Object.keys(EVENT_SCHEMAS) as EventType[];
const PREFIX = `commands-${String(process.pid)}.`;
const environment = {
  KAFKA_BROKERS: testServers().kafka['4.x'],
  KAFKA_TOPIC_PREFIX: PREFIX,
};

/** Runs a program of Node with our libraries in a process of its own; `until` ends it early by what it printed. */
async function runProgram(code: string, until: (printed: string) => boolean = () => false) {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
  });
  const exited = once(child, 'exit');
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (until(printed)) child.kill('SIGKILL');
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), LIMIT / 2);
  const stderr = await text(child.stderr);
  await exited;
  clearTimeout(timer);
  return { printed, stderr };
}

const administer = (work: string) =>
  runProgram(`
    import { Kafka } from 'kafkajs';
    const admin = new Kafka({ brokers: [process.env.KAFKA_BROKERS], logLevel: 0 }).admin();
    const topics = ${JSON.stringify(Object.keys(TOPICS))}.map((name) => process.env.KAFKA_TOPIC_PREFIX + name);
    await admin.connect();
    ${work}
    await admin.disconnect();
    console.log('done');`);

const examplesOf = (type: EventType): Buffer[] => {
  const [, event = '', version = ''] = /^(.*)\.(v\d+)$/.exec(type) ?? [];
  const folder = path.join(ROOT, 'packages/contracts/examples', event, version);
  return readdirSync(folder).map((file) => readFileSync(path.join(folder, file)));
};

let log: EventLog;
beforeAll(async () => {
  const made = await administer(
    'await admin.createTopics({ waitForLeaders: true, topics: topics.map((topic) => ({ topic, numPartitions: 2, replicationFactor: 1 })) });',
  );
  expect(made).toEqual({ printed: 'done\n', stderr: '' });
  log = await openKafkaLog({
    config: {
      ...environment,
      KAFKA_SSL: false,
      KAFKA_SESSION_TIMEOUT_MS: 6000,
      KAFKA_REBALANCE_TIMEOUT_MS: 10_000,
      KAFKA_ON_LOST_RECORDS: 'stop',
    },
    clock: systemClock,
  });
  await log.publish(
    TYPES.flatMap((topic) =>
      examplesOf(topic).map((value, index) => ({
        topic,
        partition: 1,
        key: `k-${String(index)}`,
        value,
      })),
    ),
  );
}, LIMIT);
afterAll(async () => {
  await log.close();
  await administer(`
    await admin.deleteTopics({ topics });
    const { groups } = await admin.listGroups();
    const own = groups.map(({ groupId }) => groupId).filter((id) => id.startsWith(process.env.KAFKA_TOPIC_PREFIX));
    // A member that was cut off still counts for a session; the broker forgets such a group by itself.
    if (own.length > 0) await admin.deleteGroups(own).catch(() => undefined);`);
}, LIMIT);

const onKafka = (...words: string[]) => runCommand(words, { environment });

describe('the commands about topics, with KAFKA_BROKERS and no data folder', () => {
  it(
    'print what Kafka has, and how far the stages are behind',
    async () => {
      const printed = await onKafka('tail', 'tasks.v1', '--from-start', '--no-follow');
      expect(printed).toMatchObject({ code: 0, stderr: '' });
      // A broker that just made a topic may take a record twice.
      const keys = new Set(linesOf(printed.stdout).map(({ key }) => key));
      expect(keys.size).toBe(examplesOf('tasks.v1').length);
      const lag = await onKafka('lag', '--max', '1');
      expect(lag.code).toBe(1);
      expect(lag.stderr).toMatch(/redress\.scorer is behind by \d+, more than 1\./);
      expect(linesOf(lag.stdout)).toHaveLength(4);
    },
    LIMIT,
  );

  it(
    'list dead letters and put them back once',
    async () => {
      const place = { topic: 'feedback.received.v1', partition: 1, offset: 0, key: 'k' } as const;
      // An event's shape, so that the programs of docs/events.md below, which read this topic too, can print it.
      const words = Buffer.from('{"data":{"text":"You came so la"}}');
      await log.publish([
        deadLetterRecord(
          { ...place, value: words, headers: {}, at: '' },
          { group: 'redress.scorer', reason: 'is no JSON', attempts: 1, at: systemClock.now() },
          log.partitions('dead-letters.v1'),
        ),
      ]);
      const list = await onKafka('dead-letters', 'list', '--reason', 'is no JSON', '--no-replayed');
      expect(list.stdout).not.toContain('so la');
      const id = String(linesOf(list.stdout).at(0)?.['id']);
      const before = await log.end('feedback.received.v1', 1);
      expect(await onKafka('dead-letters', 'replay', '--id', id)).toMatchObject({ code: 0 });
      expect((await onKafka('dead-letters', 'replay', '--id', id)).stderr).toBe(
        '1 replayed before.\n',
      );
      const back: string[] = [];
      for await (const { value } of log.read('feedback.received.v1', 1, before))
        back.push(Buffer.from(value ?? '').toString());
      expect(back).toEqual([words.toString()]);
    },
    LIMIT,
  );

  it(
    'say in a sentence that no broker answers',
    async () => {
      const away = { ...environment, KAFKA_BROKERS: '127.0.0.1:9' };
      const result = await runCommand(['lag'], { environment: away });
      expect(result.code).toBe(1);
      expect(result.stderr).toMatch(/^redress: /);
    },
    LIMIT,
  );
});

describe('docs/events.md', () => {
  const programs = [
    ...readFileSync(path.join(ROOT, 'docs/events.md'), 'utf8').matchAll(/```js\n([\s\S]*?)```/g),
  ].map(([, code = '']) => ({ topic: /'redress\.([^']+)'/.exec(code)?.[1] as EventType, code }));

  it('shows a program for every topic that is written', () => {
    expect(programs.map(({ topic }) => topic).sort()).toEqual([...TYPES].sort());
  });

  it.each(programs)(
    'shows a program that reads $topic from its beginning',
    async ({ topic, code }) => {
      const given = code
        .replace("'redress.", `'${PREFIX}`)
        .replace("'example.", `'${PREFIX}example.`);
      const expected = examplesOf(topic).length;
      const keys = (printed: string) => new Set(printed.match(/^k-\d+ \{/gm) ?? []);
      const { printed, stderr } = await runProgram(given, (so) => keys(so).size >= expected);
      expect(stderr).toBe('');
      expect(keys(printed).size).toBe(expected);
    },
    LIMIT,
  );
});
