import { describe, expect, it } from '@jest/globals';
import { aFeedback } from '@redress/testkit';
import { feedbackJson, inSns, sesBounce, sesReceived } from './fixtures/messages.ts';
import { readMessage } from './read-message.ts';

describe('a message', () => {
  it('brings one feedback, or several', () => {
    expect(readMessage(feedbackJson('1', 'Late.'))).toEqual({
      kind: 'feedback',
      inputs: [aFeedback({ sourceId: '1', text: 'Late.' })],
    });
    expect(readMessage(`[${feedbackJson('1')},${feedbackJson('2')}]`)).toMatchObject({
      inputs: [{ sourceId: '1' }, { sourceId: '2' }],
    });
  });

  it('brings them in an envelope of SNS, and in one more', () => {
    expect(readMessage(inSns(feedbackJson('1')))).toMatchObject({ inputs: [{ sourceId: '1' }] });
    expect(readMessage(inSns(inSns(`[${feedbackJson('1')}]`)))).toMatchObject({
      inputs: [{ sourceId: '1' }],
    });
    expect(readMessage(inSns(inSns(inSns(feedbackJson('1')))))).toMatchObject({
      told: 'too many envelopes',
    });
  });

  it('is no feedback where SNS asks for something, and says the way out', () => {
    expect(readMessage(inSns('You have chosen to …', 'SubscriptionConfirmation'))).toMatchObject({
      kind: 'other',
      reason: expect.stringContaining('aws sns confirm-subscription'),
    });
    expect(readMessage(inSns('bye', 'UnsubscribeConfirmation'))).toMatchObject({ kind: 'other' });
  });

  it('is no feedback where SES tells of a mail', () => {
    for (const body of [sesReceived, inSns(sesReceived)]) {
      expect(readMessage(body)).toMatchObject({ told: 'mail received by SES' });
    }
    expect(readMessage(inSns(sesBounce))).toMatchObject({ told: 'news of SES about a mail' });
  });

  it('is no feedback where it cannot be read', () => {
    expect(readMessage('not JSON')).toMatchObject({ reason: 'is no JSON' });
    expect(readMessage(inSns('not JSON'))).toMatchObject({ told: 'no JSON in SNS' });
    expect(readMessage('[]')).toMatchObject({ reason: 'is an empty array' });
  });

  it('leaves to the ingestor to judge what looks like an envelope and is none', () => {
    expect(readMessage('{"Type":"Notification"}')).toMatchObject({ kind: 'feedback' });
    expect(readMessage('{"mail":{"messageId":"1"}}')).toMatchObject({ kind: 'feedback' });
    expect(readMessage('null')).toEqual({ kind: 'feedback', inputs: [null] });
  });

  it('never repeats what it holds in a reason', () => {
    for (const body of [sesReceived, inSns('ewa@example.com'), 'ewa@example.com {']) {
      expect(JSON.stringify(readMessage(body))).not.toContain('ewa');
    }
  });
});
