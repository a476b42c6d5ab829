import { describe, expect, it } from '@jest/globals';
import { detectLanguage } from './detect-language.ts';
import { languageParts } from './language-parts.ts';
import { understand } from './understand.ts';

/** The parts as pairs of a language and its words. */
function partsOf(text: string): [string, string][] {
  return (languageParts(text, detectLanguage(text)).languages ?? []).map((part) => [
    part.language,
    text.slice(part.start, part.end),
  ]);
}

describe('a text in two languages', () => {
  it.each([
    [
      ['th', 'รอพัสดุมาสามสัปดาห์แล้วยังไม่ได้ของเลย'],
      ['en', 'nobody answers the phone and I want my money back.'],
    ],
    [
      ['ar', 'الطلب لم يصل حتى الآن ولا أحد يرد.'],
      ['en', 'this is the worst service that I have ever seen.'],
    ],
    [
      ['en', 'The driver was very rude to my mother.'],
      ['ru', 'Больше никогда не закажу у вас такси.'],
    ],
    [
      ['zh', '包裹已经三个星期没有送到了。'],
      ['en', 'please tell me where it is and when it will come.'],
    ],
    [
      ['pl', 'Paczka nie dotarła, a kurier nie odbiera telefonu.'],
      ['en', 'I am really disappointed with the service and I want my money back.'],
    ],
    [
      ['en', 'The room was dirty and nobody cared about it.'],
      ['de', 'Das Personal war unfreundlich und wir haben kein Geld zurück bekommen.'],
    ],
    [
      ['ru', 'Посылка была потеряна, и мы ничего не получили.'],
      ['uk', 'Гроші за замовлення мені так і не повернули.'],
    ],
  ] as [string, string][][])('%j and %j has both', (...parts) => {
    expect(partsOf(parts.map(([, words]) => words).join(' '))).toEqual(parts);
    expect(partsOf(parts.map(([, words]) => words).join('\r\n\r\n'))).toEqual(parts);
  });

  it('may come back to the first, and a short sentence goes with the one before', () => {
    const pl = 'Paczka nie dotarła, a kurier nie odbiera telefonu.';
    const en = 'I am disappointed with the service that you have shown. Really bad.';
    const again = 'Czekam na zwrot pieniędzy, bo to już trzeci raz.';
    expect(partsOf(`${pl} ${en} ${again}`)).toEqual([
      ['pl', pl],
      ['en', en],
      ['pl', again],
    ]);
  });

  it('is understood with its parts', () => {
    const text = 'The room was dirty and nobody cared about it. รอพัสดุมาสามสัปดาห์แล้วยังไม่ได้ของเลย';
    expect(understand({ text }).languages).toEqual([
      { language: 'en', start: 0, end: 45 },
      { language: 'th', start: 46, end: text.length },
    ]);
  });
});

describe('causes', () => {
  it('are heard in the part that is in another language, too', () => {
    const text = 'The courier lost my parcel. รอพัสดุมาสามสัปดาห์แล้ว พนักงานหยาบคายมาก โทรไปไม่มีใครรับสาย';
    const said = understand({ text });
    const evidence = said.causes.flatMap((cause) => cause.evidence);
    const thai = text.indexOf('รอ');
    expect(evidence.some(({ start }) => start < thai)).toBe(true);
    expect(evidence.some(({ start }) => start >= thai)).toBe(true);
    for (const span of evidence) expect(text.slice(span.start, span.end)).toBe(span.text);
  });
});

describe('a text in one language', () => {
  it.each([
    'สั่ง iPhone 15 Pro Max จาก Lazada แล้วยังไม่ได้ของ ติดต่อ support@lazada.example',
    'สั่งจาก app แล้ว error ตลอด ไม่มีใครช่วย call center ไม่รับ',
    'طلبت من Amazon Prime Video ولم يعمل https://amazon.example/watch/some-long-title',
    'ऐप में लिखा है "delivered to you", जबकि मुझे कुछ नहीं मिला।',
    'Заказ через Yandex Market так и не пришёл, пишу в @yandex_support.',
    'Zamówiłem MacBook Pro w Media Markt. Obsługa „customer service” nie odpowiada.',
    'The pierogi at Pod Aniołami were cold. The waiter at Restauracja Pod Złotym Jeleniem was rude.',
    'We stayed at the Hotel de la Paix in Paris. It was dirty and the staff did not care.',
    'Das ist ein Skandal. Der Kundenservice von Best Buy hat sich nicht gemeldet.',
    'Очень плохо. Мы ждали заказ две недели, и никто не ответил.',
    'Дуже погано. Ми чекали на замовлення два тижні.',
    '最悪です。Amazonで注文した商品が届きません。',
    'ok',
    '',
    '123 !!! 👎',
  ])('has no parts: %s', (text) => {
    expect(languageParts(text, detectLanguage(text))).toEqual({});
  });
});
