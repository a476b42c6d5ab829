import { describe, expect, it } from '@jest/globals';
import { understand } from '../understand.ts';

describe('what a text names', () => {
  it('is told with the understanding, and points at the original words', () => {
    const text =
      'Order no. 4711-22 of 12 March cost $88.77. I want to speak to your manager, or I switch to Vodafone.';
    const said = understand({ text, at: '2026-11-25T13:00:00.000Z' });
    expect(said.references).toEqual([
      { kind: 'order', value: '4711-22', text: '4711-22', start: 10, end: 17 },
    ]);
    expect(said.dates).toEqual([{ iso: '2026-03-12', text: '12 March', start: 21, end: 29 }]);
    expect(said.escalationAsked?.map((each) => each.text)).toEqual(['speak to your manager']);
    expect(said.competitors?.map((each) => each.name)).toEqual(['Vodafone']);
  });

  it('is left out where there is nothing', () => {
    const said = understand({ text: 'The room was clean.' });
    expect(said).not.toHaveProperty('references');
    expect(said).not.toHaveProperty('dates');
    expect(said).not.toHaveProperty('escalationAsked');
    expect(said).not.toHaveProperty('competitors');
  });

  it('is what the customer names, not the agent', () => {
    const turns = [
      { who: 'agent' as const, text: 'Is it order no. 1111?' },
      { who: 'customer' as const, text: 'No, order no. 2222.' },
    ];
    expect(understand({ turns }).references?.map((each) => each.value)).toEqual(['2222']);
  });

  it('is read in a language without a lexicon by form and figures', () => {
    const said = understand({
      text: 'Mein Paket RR123456789DE ist seit dem 25.12.2025 verschwunden, das ist wirklich schade.',
      language: 'de',
    });
    expect(said.references).toMatchObject([{ kind: 'parcel', value: 'RR123456789DE' }]);
    expect(said.dates).toMatchObject([{ iso: '2025-12-25' }]);
  });
});
