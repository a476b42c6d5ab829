import { describe, expect, it } from '@jest/globals';
import { RedressError } from '@redress/runtime';
import { isPastReceipt, queueError } from './queue-error.ts';

const named = (name: string, message = 'secret detail'): Error =>
  Object.assign(new Error(message), { name });

describe('errors of a queue', () => {
  it.each([
    ['QueueDoesNotExist', /^The queue deliveries does not exist where its URL points/],
    ['AWS.SimpleQueueService.NonExistentQueue', /does not exist/],
    ['AccessDenied', /refuses these credentials/],
    ['InvalidClientTokenId', /refuses these credentials/],
    ['CredentialsProviderError', /Set AWS_ACCESS_KEY_ID/],
  ])('say the way out where trying again is in vain: %s', (name, sentence) => {
    expect(queueError(named(name), 'deliveries')).toMatchObject({
      code: 'REDRESS_QUEUE_MISCONFIGURED',
      retryable: false,
      message: expect.stringMatching(sentence),
    });
  });

  it('ask for a region where none is set', () => {
    expect(queueError(named('Error', 'Region is missing'), 'q').message).toMatch(/Set AWS_REGION/);
  });

  it.each(['TimeoutError', 'InternalFailure', 'ThrottlingException', 'ExpiredToken', 'OverLimit'])(
    'are worth another try otherwise: %s',
    (name) => {
      const error = queueError(named(name), 'deliveries');
      expect(error).toMatchObject({ code: 'REDRESS_QUEUE_UNAVAILABLE', retryable: true });
      expect(error.message).not.toContain('secret detail');
    },
  );

  it('of ours are left as they are', () => {
    const ours = new RedressError('REDRESS_QUEUE_MESSAGE_INVALID', 'No.');
    expect(queueError(ours, 'deliveries')).toBe(ours);
  });

  it('tell a receipt that is past from a wrong call', () => {
    expect(isPastReceipt('ReceiptHandleIsInvalid', undefined)).toBe(true);
    expect(isPastReceipt('AWS.SimpleQueueService.MessageNotInflight', undefined)).toBe(true);
    expect(
      isPastReceipt(
        'InvalidParameterValue',
        'Value x for parameter ReceiptHandle is invalid. Reason: Message does not exist or is not available for visibility timeout change.',
      ),
    ).toBe(true);
    expect(isPastReceipt('InvalidParameterValue', 'Value -1 for VisibilityTimeout')).toBe(false);
  });
});
