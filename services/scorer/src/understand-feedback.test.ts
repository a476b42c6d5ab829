import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, feedbackIdOf, type FeedbackReceived } from '@redress/contracts';
import { understandFeedback } from './understand-feedback.ts';

const at = '2026-11-25T10:00:00.000Z';
const LISTENING = {
  competitors: [{ name: 'Northline', otherNames: ['north line'] }],
  touchpointWords: { lounge: { en: ['lounge'] } },
};

function received(change: Partial<FeedbackReceived>): FeedbackReceived {
  return {
    channel: 'email',
    source: 'shop',
    sourceId: '1',
    occurredAt: at,
    customer: { identities: [] },
    feedbackId: feedbackIdOf('shop', '1'),
    receivedAt: at,
    revision: { at, hash: 'h', stated: false },
    partition: 0,
    ...change,
  };
}

describe('what is understood of a feedback', () => {
  const text = 'The lounge was shut again. north line never does that.';

  it('holds what the policy tells to listen for', () => {
    const said = understandFeedback(received({ text }), LISTENING);
    expect(said.competitors).toMatchObject([{ name: 'Northline', text: 'north line' }]);
    expect(said.touchpoint).toBe('lounge');
  });

  it('holds what ships where the policy tells nothing', () => {
    const said = understandFeedback(received({ text }), DEFAULT_POLICY);
    expect(said).toEqual(understandFeedback(received({ text })));
    expect(said).not.toHaveProperty('competitors');
    expect(said.touchpoint).toBeNull();
  });

  it('leaves the touchpoint that the channel states', () => {
    const said = understandFeedback(received({ text, touchpoint: 'check-in' }), LISTENING);
    expect(said.touchpoint).toBe('check-in');
  });

  it('dates a promised weekday from when it was said', () => {
    const said = understandFeedback(received({ text: 'They said it would be here by Friday.' }));
    expect(said.promises).toMatchObject([{ due: { days: 2, localTime: '18:00' } }]);
  });
});
