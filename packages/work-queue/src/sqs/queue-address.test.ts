import { describe, expect, it } from '@jest/globals';
import { deadLetterUrl, readQueueAddress } from './queue-address.ts';

describe('the address of a queue', () => {
  it('names the queue, its endpoint and, on AWS, its region', () => {
    expect(
      readQueueAddress('https://sqs.eu-central-1.amazonaws.com/123456789012/deliveries'),
    ).toEqual({
      url: 'https://sqs.eu-central-1.amazonaws.com/123456789012/deliveries',
      name: 'deliveries',
      endpoint: 'https://sqs.eu-central-1.amazonaws.com',
      region: 'eu-central-1',
    });
    expect(readQueueAddress('http://elasticmq:9324/000000000000/deliveries')).toMatchObject({
      endpoint: 'http://elasticmq:9324',
      region: null,
    });
  });

  it('leads to its dead-letter queue', () => {
    const address = readQueueAddress('http://elasticmq:9324/000000000000/deliveries');
    expect(deadLetterUrl(address, 'arn:aws:sqs:elasticmq:000000000000:deliveries-dead')).toBe(
      'http://elasticmq:9324/000000000000/deliveries-dead',
    );
  });

  it.each(['deliveries', 'https://sqs.eu-central-1.amazonaws.com/', 'ftp://host/1/queue', ''])(
    'is refused where it is none: %p',
    (url) => {
      expect(() => readQueueAddress(url)).toThrow(/no queue URL/);
    },
  );

  it('is refused for a queue that keeps an order', () => {
    expect(() => readQueueAddress('https://sqs.eu-west-1.amazonaws.com/1/deliveries.fifo')).toThrow(
      /Make a standard queue/,
    );
  });
});
