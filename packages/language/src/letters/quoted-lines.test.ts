import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { filledLines, ownLines } from './fixtures/own-lines.ts';

describe('marked lines', () => {
  it('are the other side’s, and what stands between and below them is the customer’s', () => {
    const text = [
      'On Tue, Mar 3, 2026 at 10:14 AM Support <help@shop.example> wrote:',
      '> When did you order?',
      'In May.',
      '  > We will refund you within 5 days.',
      '> > older',
      '',
      'That was in June.',
    ].join('\r\n');
    const speech = separateSpeech({ text });
    expect(filledLines(speech.customer)).toEqual(['In May.', 'That was in June.']);
    expect(filledLines(speech.agent)).toEqual([
      '> When did you order?',
      '> We will refund you within 5 days.',
    ]);
    expect(speech.customer.indexOf('That was')).toBe(text.indexOf('That was'));
    expect(speech.agent.length).toBe(text.length);
  });

  it('may be bars', () => {
    expect(ownLines('No.\n| Was it late?\n| Yours, Shop')).toEqual(['No.']);
    expect(ownLines('No.\n| Item | Price |\n| Shoe | 5 |')).toHaveLength(3);
  });

  it.each([
    'Slow.\n> 3 hours of waiting\nNever again.',
    '>>> NEVER AGAIN <<<\nThe worst shop.',
    'My complaints:\n> late delivery\n> rude courier\nNever again.',
    'Price > value, service -> poor.',
    'I clicked Menu > Orders > Cancel and nothing happened.',
  ])('are no comparison, ornament, list or path: %s', (text) => {
    expect(separateSpeech({ text }).customer).toBe(text);
  });
});
