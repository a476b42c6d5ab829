import { loadConfig } from '@redress/runtime';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { kafkaVariables } from './kafka-variables.ts';

const read = (environment: Readonly<Record<string, string>>) =>
  loadConfig(z.object(kafkaVariables), environment, { service: 'test' });

describe('kafkaVariables', () => {
  it('needs brokers alone', () => {
    expect(read({ KAFKA_BROKERS: 'a:9092, b:9093' })).toEqual({
      KAFKA_BROKERS: 'a:9092, b:9093',
      KAFKA_TOPIC_PREFIX: 'redress.',
      KAFKA_SSL: false,
      KAFKA_SESSION_TIMEOUT_MS: 30_000,
      KAFKA_REBALANCE_TIMEOUT_MS: 60_000,
      KAFKA_ON_LOST_RECORDS: 'stop',
    });
    expect(() => read({})).toThrow('KAFKA_BROKERS: is missing');
  });

  it('reads what is said in text', () => {
    const config = read({
      ...{ KAFKA_BROKERS: 'a:1', KAFKA_SSL: 'true', KAFKA_SESSION_TIMEOUT_MS: '6000' },
      ...{ KAFKA_SASL_MECHANISM: 'scram-sha-512', KAFKA_ON_LOST_RECORDS: 'earliest' },
    });
    expect(config).toMatchObject({
      KAFKA_SSL: true,
      KAFKA_SESSION_TIMEOUT_MS: 6000,
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_ON_LOST_RECORDS: 'earliest',
    });
  });

  it('refuses addresses without a port and mechanisms that there are not', () => {
    expect(() => read({ KAFKA_BROKERS: 'localhost' })).toThrow('KAFKA_BROKERS: must be host:port');
    expect(() => read({ KAFKA_BROKERS: 'a:1', KAFKA_SASL_MECHANISM: 'kerberos' })).toThrow(
      'KAFKA_SASL_MECHANISM',
    );
  });
});
