import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { RedressError, type Logger } from '@redress/runtime';
import {
  Kafka,
  logLevel,
  type ISocketFactoryArgs,
  type RetryOptions,
  type SASLOptions,
} from 'kafkajs';
import { kafkaLogCreator } from './kafka-logger.ts';
import type { KafkaConfig } from './kafka-variables.ts';

/** How to reach the brokers. */
export interface KafkaClientOptions {
  readonly config: KafkaConfig;
  readonly logger: Logger;
  /**
   * Where to connect instead of the address that a broker is known by (a tunnel, a proxy); brokers are named to everybody
   * by the address they advertise, which may not be reachable from here.
   */
  readonly route?: (address: { host: string; port: number }) => { host: string; port: number };
}

/** How patient one use of the brokers is. */
export interface Patience {
  readonly requestTimeout: number;
  readonly retry: RetryOptions;
}

const KEEP_ALIVE_MS = 60_000;

/**
 * A kafkajs client for one use. Each use (each consumer, the producer, the rest) has a client of its own: consumers of one client
 * share what they know of a group's offsets. All retry settings are given, because kafkajs has others under NODE_ENV=test.
 * Throws REDRESS_CONFIG_INVALID where the login is incomplete.
 */
export function createKafkaClient(options: KafkaClientOptions, patience: Patience): Kafka {
  const { config, logger, route } = options;
  const sasl = saslOf(config);
  return new Kafka({
    clientId: 'redress',
    brokers: config.KAFKA_BROKERS.split(',').map((address) => address.trim()),
    ssl: config.KAFKA_SSL,
    ...(sasl === null ? {} : { sasl }),
    connectionTimeout: 3000,
    authenticationTimeout: 10_000,
    requestTimeout: patience.requestTimeout,
    enforceRequestTimeout: true,
    retry: patience.retry,
    logLevel: logger.isLevelEnabled('debug') ? logLevel.INFO : logLevel.WARN,
    logCreator: kafkaLogCreator(logger),
    socketFactory: socketFactory(config.KAFKA_SSL, route),
  });
}

/** As kafkajs connects by itself, but without Nagle's delay, which holds a commit back behind a heartbeat. */
function socketFactory(
  secure: boolean,
  route: KafkaClientOptions['route'],
): (wanted: ISocketFactoryArgs) => Socket {
  return ({ host, port, onConnect }) => {
    const to = { ...(route?.({ host, port }) ?? { host, port }), noDelay: true };
    const socket = secure
      ? connectTls({ ...to, ...(isIP(host) === 0 ? { servername: host } : {}) }, onConnect)
      : connectPlain(to, onConnect);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    return socket;
  };
}

function saslOf(config: KafkaConfig): SASLOptions | null {
  const mechanism = config.KAFKA_SASL_MECHANISM;
  if (mechanism === undefined) return null;
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  if (username === undefined || password === undefined) {
    throw new RedressError(
      'REDRESS_CONFIG_INVALID',
      'KAFKA_SASL_MECHANISM needs KAFKA_USERNAME and KAFKA_PASSWORD. Set both, or unset the mechanism.',
    );
  }
  return { mechanism, username, password };
}
