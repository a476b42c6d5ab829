import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';

describe('Polish', () => {
  it.each([
    ['nikt nie odbiera'],
    ['Na stronie ani jednego numeru telefonu.'],
    ['Osiem maili i same automatyczne potwierdzenia.'],
    ['aplikacja sie zawiesza, prosze cos z tym zrobic'],
    ['Sklep zwala na kuriera, kurier na sklep.'],
    ['przesylka uszkodzona'],
  ])('is told without its marks and in few words: %s', (text) => {
    expect(detectLanguage(text)).toBe('pl');
  });
});

it.each([
  ['kurz und schwarz, keine Antwort', 'de'],
  ['Nobody answers the phone, I called six times', 'en'],
  ['They promised to call me tomorrow morning.', 'en'],
  ['fine', 'en'],
  ['bhai ye kya mazaak hai, teen baar call kiya, koi sunta hi nahi', 'hi'],
  ['la pizza è fredda e il cameriere non risponde', 'it'],
  ['Muchísimo tiempo y luego nada', 'es'],
  ['het duurt lang en ik krijg geen antwoord', 'nl'],
  ['çok uzun sürdü, kimse cevap vermiyor', 'tr'],
])('leaves “%s” to its language', (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});
