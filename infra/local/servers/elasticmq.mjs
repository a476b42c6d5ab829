import path from 'node:path';
import { classPathOf, fetchJars, isFetched } from '../fetch-jars.mjs';
import { missingJava, missingMaven } from '../find-programs.mjs';
import { QUEUES } from '../queues.mjs';

const jars = (version) => [`org.elasticmq:elasticmq-server_2.13:${version}`];
const CONFIG = path.resolve(import.meta.dirname, '../../elasticmq.conf');

/** The SQS engine; its queues come from infra/elasticmq.conf, as they do in Docker. */
export const elasticmq = {
  kind: 'sqs',
  ports: 1,
  signals: { fast: ['SIGTERM', 'SIGKILL'], immediate: ['SIGKILL'], kill: ['SIGKILL'] },
  missing: ({ cache, version }) => [
    missingJava(),
    isFetched(cache, jars(version)) ? null : missingMaven(),
  ],
  prepare: (server, { cache, say }) => fetchJars(cache, jars(server.version), say),

  command: (server, { cache }) => ({
    file: 'java',
    args: [
      '-Xmx192m',
      '-XX:+UseSerialGC',
      `-Dconfig.file=${CONFIG}`,
      `-Drest-sqs.bind-hostname=${server.host}`,
      `-Drest-sqs.bind-port=${server.port}`,
      '-Drest-stats.enabled=false',
      // As SQS does, it keeps its messages over the end of the process; written at once, not within half a second.
      '-Dmessages-storage.enabled=true',
      `-Dmessages-storage.uri=jdbc:h2:${path.join(server.folder, 'messages')};WRITE_DELAY=0`,
      '-Dqueues-storage.enabled=true',
      `-Dqueues-storage.path=${path.join(server.folder, 'queues.conf')}`,
      '-cp',
      classPathOf(cache, jars(server.version)),
      'org.elasticmq.server.Main',
    ],
  }),

  async answers({ host, port }) {
    const answer = await fetch(`http://${host}:${port}/?Action=ListQueues&Version=2012-11-05`, {
      signal: AbortSignal.timeout(2000),
    }).catch(() => null);
    if (answer?.ok !== true) return false;
    const queues = await answer.text();
    return QUEUES.every((name) => queues.includes(`/${name}<`));
  },
};
