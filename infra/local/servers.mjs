import { elasticmq } from './servers/elasticmq.mjs';
import { kafka } from './servers/kafka.mjs';
import { mail } from './servers/mail.mjs';
import { postgres } from './servers/postgres.mjs';
import { redis } from './servers/redis.mjs';

/** How each kind of server is started without Docker. */
export const KINDS = { kafka, sqs: elasticmq, postgres, redis, mail };
export const DEFAULT_KAFKA = ['4.1.1'];
const ELASTICMQ = '1.6.12';
/** How a server can be stopped: orderly, at once as its operator would, or as a crash. */
export const MODES = ['fast', 'immediate', 'kill'];

/** A wrong word of the caller, as opposed to something that failed. */
export class UsageError extends Error {}

/**
 * What was asked for, by name: `kafka-<version>` for each version, `sqs`, `postgres`, `redis`, `mail`; all of them, or those
 * of the kinds in `only`.
 */
export function wantedServers({ only = Object.keys(KINDS), kafka: versions = DEFAULT_KAFKA } = {}) {
  const unknown = only.filter((kind) => !Object.hasOwn(KINDS, kind));
  if (unknown.length > 0)
    throw new UsageError(
      `There is no server "${unknown.join('", "')}": it is one of ${Object.keys(KINDS).join(', ')}.`,
    );
  const wrong = versions.filter((version) => !/^\d+\.\d+\.\d+$/u.test(version));
  if (wrong.length > 0 || versions.length === 0)
    throw new UsageError(`"${wrong.join('", "')}" is no version of Kafka: write it like 4.1.1.`);
  return Object.keys(KINDS)
    .filter((kind) => only.includes(kind))
    .flatMap((kind) => {
      if (kind === 'kafka')
        return versions.map((version) => ({ name: `kafka-${version}`, kind, version }));
      return [{ name: kind, kind, version: kind === 'sqs' ? ELASTICMQ : null }];
    });
}

/** Servers of a state by name or by kind. */
export function serversNamed(state, name) {
  const found = state.servers.filter((server) => server.name === name || server.kind === name);
  if (found.length === 0) {
    const known = state.servers.map((server) => server.name).join(', ') || 'none';
    throw new UsageError(`No server "${name}" was started here (there is: ${known}).`);
  }
  return found;
}
