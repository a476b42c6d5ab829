import { missingRedis, redisVersion } from '../find-programs.mjs';
import { firstWords } from './first-words.mjs';

/** Hot state, so nothing of it is written to disk. */
export const redis = {
  kind: 'redis',
  ports: 1,
  signals: { fast: ['SIGTERM', 'SIGKILL'], immediate: ['SIGKILL'], kill: ['SIGKILL'] },
  version: redisVersion,
  missing: () => [missingRedis()],
  prepare: async () => undefined,
  command: ({ host, port, folder }) => ({
    file: 'redis-server',
    args: [
      '--bind',
      host,
      '--port',
      String(port),
      '--dir',
      folder,
      '--save',
      '',
      '--appendonly',
      'no',
    ],
  }),
  answers: async (server) => (await firstWords(server, 'PING\r\n'))?.startsWith('+PONG') === true,
};
