import { RedressError } from '@redress/runtime';
import { describe, expect, it } from '@jest/globals';
import {
  KafkaJSConnectionError,
  KafkaJSNonRetriableError,
  KafkaJSNumberOfRetriesExceeded,
} from 'kafkajs';
import { createRestartRule } from './restart-rule.ts';

class ProtocolError extends Error {
  readonly type: string;
  constructor(type: string) {
    super('said by Kafka');
    this.type = type;
  }
}
class NotImplemented extends Error {
  override readonly name = 'KafkaJSNotImplemented';
}

describe('createRestartRule', () => {
  it('begins again for ever while brokers are away, however it is told', () => {
    const rule = createRestartRule();
    const away = new KafkaJSConnectionError('refused');
    const wrapped = Object.assign(
      new KafkaJSNumberOfRetriesExceeded(away, { retryCount: 1, retryTime: 1 }),
      { cause: away },
    );
    const late = new RedressError('REDRESS_LOG_UNAVAILABLE', 'Late.', { retryable: true });
    for (let time = 0; time < 30; time += 1) {
      for (const broken of [away, wrapped, late, new ProtocolError('UNKNOWN_MEMBER_ID')])
        expect(rule.judge(broken, false)).toMatchObject({ kind: 'again' });
    }
  });

  it('stops where Kafka refuses us, with what to do', () => {
    const sasl = Object.assign(new Error('no'), { name: 'KafkaJSSASLAuthenticationError' });
    for (const broken of [sasl, new ProtocolError('GROUP_AUTHORIZATION_FAILED')]) {
      expect(createRestartRule().judge(broken, true)).toMatchObject({
        kind: 'stop',
        sentence: expect.stringContaining('check the login'),
      });
    }
    expect(
      createRestartRule().judge(new ProtocolError('INVALID_SESSION_TIMEOUT'), false),
    ).toMatchObject({
      kind: 'stop',
      sentence: expect.stringContaining('KAFKA_SESSION_TIMEOUT_MS'),
    });
  });

  it('stops at records it cannot read', () => {
    const codec = new NotImplemented('Snappy compression not implemented');
    const wrapped = Object.assign(new KafkaJSNonRetriableError(codec), { cause: codec });
    expect(createRestartRule().judge(wrapped, true)).toMatchObject({
      kind: 'stop',
      sentence: expect.stringContaining('gzip'),
    });
  });

  it('tries a few times what it does not know, and counts anew after it joined', () => {
    const strange = new TypeError('cannot read properties of undefined');
    const rule = createRestartRule();
    const kinds = (times: number, joined: boolean) =>
      Array.from({ length: times }, () => rule.judge(strange, joined).kind);
    expect(kinds(5, false)).toEqual(Array(5).fill('again'));
    expect(kinds(1, false)).toEqual(['stop']);
    expect(kinds(20, true)).toEqual(Array(20).fill('again'));
    expect(kinds(5, false).at(-1)).toBe('stop');
  });
});
