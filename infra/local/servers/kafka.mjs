import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { classPathOf, fetchJars, isFetched } from '../fetch-jars.mjs';
import { missingJava, missingMaven } from '../find-programs.mjs';
import { groupsCanJoin, kafkaAnswers } from './kafka-answers.mjs';

/** Kafka's jars say nothing of what they do without one that writes it down. */
const jars = (version) => [
  `org.apache.kafka:kafka_2.13:${version}`,
  'org.slf4j:slf4j-simple:1.7.36',
];
const HEAP = ['-Xmx512m', '-XX:+UseSerialGC'];

/** One broker that is its own controller, from Kafka's own jars. */
export const kafka = {
  kind: 'kafka',
  ports: 2,
  /** SIGTERM hands the partitions over and closes the log; the next start then needs no recovery. */
  signals: { fast: ['SIGTERM', 'SIGKILL'], immediate: ['SIGKILL'], kill: ['SIGKILL'] },
  missing: ({ cache, version }) => [
    missingJava(),
    isFetched(cache, jars(version)) ? null : missingMaven(),
  ],

  async prepare(server, { cache, say }) {
    await fetchJars(cache, jars(server.version), say);
    writeFileSync(settingsOf(server), settings(server));
    if (existsSync(path.join(server.folder, 'data', 'meta.properties'))) return;
    const id = randomBytes(16).toString('base64url');
    await promisify(execFile)('java', [
      '-Xmx128m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-cp',
      classPathOf(cache, jars(server.version)),
      'kafka.tools.StorageTool',
      'format',
      '--cluster-id',
      id,
      '--config',
      settingsOf(server),
    ]);
  },

  command: (server, { cache }) => ({
    file: 'java',
    args: [
      ...HEAP,
      '-Dorg.slf4j.simpleLogger.showDateTime=true',
      '-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS',
      '-Dorg.slf4j.simpleLogger.showThreadName=false',
      '-cp',
      classPathOf(cache, jars(server.version)),
      'kafka.Kafka',
      settingsOf(server),
    ],
  }),

  answers: (server) => kafkaAnswers(server.host, server.port),
  welcome: (server) => groupsCanJoin(server.host, server.port),
};

const settingsOf = (server) => path.join(server.folder, 'server.properties');

/** No waiting for more members, sessions as short as fault runs want them, and never a topic by a typing error. */
function settings({ host, port, ports, folder }) {
  const rows = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${host}:${ports[1]}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://${host}:${port},CONTROLLER://${host}:${ports[1]}`,
    'advertised.listeners': `PLAINTEXT://${host}:${port}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'log.dirs': path.join(folder, 'data'),
    'auto.create.topics.enable': false,
    'num.partitions': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1000,
    // A broker that was killed is let in again when the one before counts as gone: in three seconds, not in nine.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 3000,
    'log.cleaner.dedupe.buffer.size': 2 * 1024 * 1024,
    'num.network.threads': 2,
    'num.io.threads': 2,
  };
  return Object.entries(rows)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}
