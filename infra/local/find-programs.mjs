import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const JAVA_AT_LEAST = 17;
const POSTGRES_AT_LEAST = 15;

/** The first line of what a program says about itself; null where it is not there. */
function versionLine(file, args) {
  try {
    return execFileSync(file, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return error.code === 'ENOENT' ? null : (error.stdout ?? '') + (error.stderr ?? '');
  }
}

/** One sentence where Java is missing or too old, null where it is there. */
export function missingJava() {
  const line = versionLine('java', ['--version']);
  if (line === null)
    return `Java is missing: install Java ${JAVA_AT_LEAST} or newer (Debian: apt-get install default-jre-headless).`;
  const major = Number(/(\d+)/u.exec(line)?.[1] ?? 0);
  return major >= JAVA_AT_LEAST
    ? null
    : `Java is too old: Kafka needs ${JAVA_AT_LEAST} or newer, \`java --version\` says ${line.split('\n')[0]}.`;
}

/** One sentence where Maven is missing; it fetches the servers' jars, so only a first start needs it. */
export function missingMaven() {
  return versionLine('mvn', ['--version']) === null
    ? 'Maven is missing: it fetches the jars of Kafka and ElasticMQ (Debian: apt-get install maven).'
    : null;
}

/** One sentence where Redis is missing, null where it is there. */
export function missingRedis() {
  return versionLine('redis-server', ['--version']) === null
    ? 'Redis is missing: install redis-server (Debian: apt-get install redis-server).'
    : null;
}

/** Version of the redis-server on the path. */
export function redisVersion() {
  return /v=(\S+)/u.exec(versionLine('redis-server', ['--version']) ?? '')?.[1] ?? 'unknown';
}

/** Where the newest PostgreSQL's programs are, and its version; null where there is none that is new enough. */
export function findPostgres() {
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  const found = [
    ...installed('/usr/lib/postgresql'),
    ...installed('/usr/local/opt'),
    ...installed('/opt/homebrew/opt'),
    ...onPath,
  ]
    .filter(
      (folder) =>
        folder !== '' &&
        ['initdb', 'postgres', 'pg_isready'].every((name) => existsSync(path.join(folder, name))),
    )
    .map((bin) => ({
      bin,
      version:
        /(\d+(?:\.\d+)?)/u.exec(
          versionLine(path.join(bin, 'postgres'), ['--version']) ?? '',
        )?.[1] ?? '0',
    }))
    .filter(({ version }) => Number.parseInt(version, 10) >= POSTGRES_AT_LEAST)
    .sort((one, other) => Number(other.version) - Number(one.version));
  return found[0] ?? null;
}

function installed(folder) {
  return existsSync(folder)
    ? readdirSync(folder).map((name) => path.join(folder, name, 'bin'))
    : [];
}

/** One sentence where PostgreSQL is missing or cannot be run by whom we are. */
export function missingPostgres() {
  if (findPostgres() === null)
    return `PostgreSQL is missing: install its server, ${POSTGRES_AT_LEAST} or newer (Debian: apt-get install postgresql).`;
  return process.getuid?.() === 0 && postgresUser() === null
    ? 'PostgreSQL refuses to run as root, and there is no user "postgres": make one, or run this as another user.'
    : null;
}

/** As whom PostgreSQL runs: nobody else than we are, or, where we are root, the user that its package made. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return {};
  try {
    const ask = (word) =>
      Number(
        execFileSync('id', [word, 'postgres'], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
        }),
      );
    return { uid: ask('-u'), gid: ask('-g') };
  } catch {
    return null;
  }
}
