import { RedressError } from '@redress/runtime';
import { describe, expect, it } from '@jest/globals';
import { KafkaJSConnectionError, KafkaJSNumberOfRetriesExceeded } from 'kafkajs';
import { asLogError, faultsOf } from './kafka-error.ts';

const ofType = (type: string) => Object.assign(new Error('said by Kafka'), { type });

describe('asLogError', () => {
  it('says that Kafka is away, that it may help to try again, and what was wrong at the bottom', () => {
    const bottom = new KafkaJSConnectionError('connect ECONNREFUSED');
    const thrown = Object.assign(
      new KafkaJSNumberOfRetriesExceeded(bottom, { retryCount: 1, retryTime: 1 }),
      { cause: bottom },
    );
    expect(faultsOf(thrown)).toEqual(['KafkaJSNumberOfRetriesExceeded', 'KafkaJSConnectionError']);
    expect(asLogError(thrown, 'writing records')).toMatchObject({
      code: 'REDRESS_LOG_UNAVAILABLE',
      retryable: true,
      message: expect.stringContaining('while writing records (KafkaJSConnectionError)'),
      cause: thrown,
    });
  });

  it('tells what is too large, refused or missing from what is away', () => {
    expect(asLogError(ofType('MESSAGE_TOO_LARGE'), 'x')).toMatchObject({
      code: 'REDRESS_LOG_RECORD_TOO_LARGE',
      retryable: false,
    });
    expect(asLogError(ofType('TOPIC_AUTHORIZATION_FAILED'), 'x')).toMatchObject({
      code: 'REDRESS_LOG_REFUSED',
      retryable: true,
    });
    expect(asLogError(ofType('UNKNOWN_TOPIC_OR_PARTITION'), 'x')).toMatchObject({
      code: 'REDRESS_TOPICS_MISSING',
      message: expect.stringContaining('redress topics apply'),
    });
  });

  it('passes on what is ours, and survives what is no error', () => {
    const ours = new RedressError('REDRESS_LOG_CLOSED', 'Closed.');
    expect(asLogError(ours, 'x')).toBe(ours);
    expect(asLogError('thrown text', 'x')).toMatchObject({ code: 'REDRESS_LOG_UNAVAILABLE' });
  });
});
