import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from './customer-words.ts';
import { filledLines } from './letters/fixtures/own-lines.ts';

const OWN = 'Kot.';

describe('notes and turns', () => {
  it('of agents are theirs, as before', () => {
    const speech = separateSpeech({ text: 'It is late. [Agent: we call within 2 hours] Thanks.' });
    expect(speech.agent.trim()).toBe('we call within 2 hours');
    expect(speech.customer.replace(/\s+/gu, ' ')).toBe('It is late. Thanks.');
  });

  it('that are letters lose what was quoted', () => {
    const speech = separateSpeech({
      turns: [
        { who: 'customer', text: `${OWN}\n> Hund.\n> Maus.` },
        { who: 'agent', text: 'We are sorry.' },
      ],
    });
    expect(filledLines(speech.customer)).toEqual([OWN]);
    expect(filledLines(speech.agent)).toEqual(['We are sorry.']);
  });
});
