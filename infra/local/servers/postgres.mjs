import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { findPostgres, missingPostgres, postgresUser } from '../find-programs.mjs';

const run = promisify(execFile);
const DATABASE = 'redress';

/** A cluster of its own: nobody but this machine reaches it, and whoever does needs no password. */
export const postgres = {
  kind: 'postgres',
  ports: 1,
  /** fast ends sessions and writes all down; immediate leaves the next start to recover from its log; kill is a crash. */
  signals: {
    fast: ['SIGINT', 'SIGQUIT', 'SIGKILL'],
    immediate: ['SIGQUIT', 'SIGKILL'],
    kill: ['SIGKILL'],
  },
  version: () => findPostgres().version,
  missing: () => [missingPostgres()],

  async prepare(server) {
    const data = dataOf(server);
    if (existsSync(path.join(data, 'PG_VERSION'))) return;
    const owner = postgresUser();
    mkdirSync(data, { recursive: true, mode: 0o700 });
    if (owner.uid !== undefined) {
      chownSync(data, owner.uid, owner.gid);
      await run('test', ['-w', data], owner).catch(() => {
        throw new Error(
          `The user "postgres" cannot enter ${data}, and PostgreSQL refuses to run as root: give a folder it can enter, e.g. --run-dir /var/tmp/redress-infra.`,
        );
      });
    }
    const words = [
      '-D',
      data,
      '--username=postgres',
      '--auth=trust',
      '--encoding=UTF8',
      '--no-sync',
      `--locale=${locale()}`,
    ];
    await run(program('initdb'), words, { ...owner, cwd: data });
  },

  command: (server) => ({
    file: program('postgres'),
    args: [
      '-D',
      dataOf(server),
      '-p',
      String(server.port),
      '-c',
      `listen_addresses=${server.host}`,
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
    ],
    cwd: dataOf(server),
    ...postgresUser(),
  }),

  answers: ({ host, port }) =>
    run(program('pg_isready'), ['-q', '-h', host, '-p', String(port)]).then(
      () => true,
      () => false,
    ),

  /** After a crash its number is given back, and its sessions end and let go of its memory, a moment after it. */
  startsLater: (endOfLog) =>
    ['pre-existing shared memory block', 'lock file "postmaster.pid" already exists'].some(
      (words) => endOfLog.includes(words),
    ),

  /** The database that the services use. */
  async welcome({ host, port }) {
    const connection = ['-h', host, '-p', String(port), '-U', 'postgres'];
    await run(program('createdb'), [...connection, DATABASE]).catch((error) => {
      if (!String(error.stderr).includes('already exists')) throw error;
    });
  },
};

const dataOf = (server) => path.join(server.folder, 'data');
const program = (name) => path.join(findPostgres().bin, name);
/** Words beyond ASCII have upper and lower case, and the order is that of the bytes, wherever it runs. */
const locale = () => (process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8');
