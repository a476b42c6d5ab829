import { describe, expect, it } from '@jest/globals';
import { understand } from './understand.ts';

/** As a policy tells them. */
const WORDS = {
  lounge: {
    en: ['lounge', 'waiting area*'],
    ar: ['صالة كبار الزوار'],
    th: ['เลานจ์'],
    de: ['lounge*'],
  },
  boarding: { en: ['jet bridge'], pl: ['rękaw*'], ru: ['телетрап*'] },
  'last-mile': { en: ['courier*'] },
};
const touchpointOf = (text: string, language?: string): string | null =>
  understand({ text, touchpointWords: WORDS, ...(language === undefined ? {} : { language }) })
    .touchpoint;

describe('touchpoints that are listed', () => {
  it.each([
    ['The lounge was shut and nobody said why.', 'lounge'],
    ['We stood on the jet bridge for an hour, the luggage came later.', 'boarding'],
    ['Staliśmy godzinę w rękawie bez słowa wyjaśnienia.', 'boarding'],
    ['Стояли в телетрапе без воздуха целый час.', 'boarding'],
    ['صالة كبار الزوار كانت مغلقة ولم يخبرنا أحد', 'lounge'],
    ['เลานจ์ปิดโดยไม่มีใครบอก แย่มาก', 'lounge'],
  ])('%s', (text, touchpoint) => {
    expect(touchpointOf(text)).toBe(touchpoint);
  });

  it('are heard in a language without a lexicon', () => {
    expect(touchpointOf('Die Loungetür war leider den ganzen Tag verschlossen.', 'de')).toBe(
      'lounge',
    );
  });

  it('leave the lexicon as it is where they name nothing', () => {
    expect(touchpointOf('The gate changed twice before boarding.')).toBe('boarding');
  });

  it('go before the lexicon where both name the same words', () => {
    expect(touchpointOf('The courier threw it over the fence.')).toBe('last-mile');
    expect(understand({ text: 'The courier threw it over the fence.' }).touchpoint).toBe(
      'delivery',
    );
  });

  it('add up with the lexicon’s words for the same touchpoint', () => {
    expect(touchpointOf('Jet bridge, gate, and then my suitcase was gone.')).toBe('boarding');
  });
});
