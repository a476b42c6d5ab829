import path from 'node:path';
import { firstWords } from './first-words.mjs';

const CATCHER = path.join(import.meta.dirname, 'mail-catcher.mjs');

/** A mail server that sends nothing on; the mails lie in its folder. */
export const mail = {
  kind: 'mail',
  ports: 1,
  signals: { fast: ['SIGTERM', 'SIGKILL'], immediate: ['SIGKILL'], kill: ['SIGKILL'] },
  version: () => `node ${process.versions.node}`,
  missing: () => [],
  prepare: async () => undefined,
  command: (server) => ({
    file: process.execPath,
    args: [CATCHER, server.host, String(server.port), path.join(server.folder, 'mails')],
  }),
  answers: async (server) => (await firstWords(server))?.startsWith('220 ') === true,
};
