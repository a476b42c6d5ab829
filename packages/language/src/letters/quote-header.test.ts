import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { ownLines } from './fixtures/own-lines.ts';

const OWN = 'Kot.';

describe('the line above a quote', () => {
  it.each([
    ['en', 'On Tue, Mar 3, 2026 at 10:14 AM Support <help@shop.example> wrote:'],
    ['en', 'On 03/03/2026 10:14, Support wrote:'],
    ['pl', 'W dniu 3.03.2026 o 10:14, Biuro Obsługi pisze:'],
    ['pl', 'W dniu 3 marca 2026 Biuro Obsługi napisał(a):'],
    ['pl', 'wt., 3 mar 2026 o 10:14 Sklep <sklep@sklep.example> napisał(a):'],
    ['de', 'Am Di., 3. März 2026 um 10:14 Uhr schrieb Kundendienst <k@laden.example>:'],
    ['fr', 'Le mar. 3 mars 2026 à 10:14, Service client <s@magasin.example> a écrit :'],
    ['es', 'El mar, 3 mar 2026 a las 10:14, Atención (<a@tienda.example>) escribió:'],
    ['pt', 'Em ter., 3 de mar. de 2026 às 10:14, Suporte <s@loja.example> escreveu:'],
    ['it', 'Il giorno mar 3 mar 2026 alle ore 10:14 Assistenza <a@shop.example> ha scritto:'],
    ['nl', 'Op di 3 mrt 2026 om 10:14 schreef Klantenservice <k@winkel.example>:'],
    ['tr', 'Destek <d@magaza.example>, 3 Mar 2026 Sal, 10:14 tarihinde şunu yazdı:'],
    ['ru', 'вт, 3 мар. 2026 г. в 10:14, Поддержка <p@lavka.example>:'],
    ['ru', '3 марта 2026 г., 10:14 пользователь Поддержка <p@lavka.example> написал:'],
    ['uk', 'вт, 3 бер. 2026 р. о 10:14 Підтримка <p@kramnytsia.example> пише:'],
    ['ar', 'في الثلاثاء، 3 مارس 2026 في 10:14 ص تمت كتابة ما يلي بواسطة الدعم <d@matjar.example>:'],
    ['ar', 'كتب الدعم في 3 مارس 2026 10:14:'],
    ['th', 'ในวันที่ อ. 3 มี.ค. 2026 เวลา 10:14 ฝ่ายบริการ <b@ran.example> เขียนว่า:'],
    ['th', 'เมื่อ 3 มี.ค. 2569 10:14 ฝ่ายบริการ เขียนว่า:'],
    ['ja', '2026年3月3日(火) 10:14 サポート <s@mise.example>:'],
    ['zh', '客服 <k@dian.example> 于2026年3月3日周二 10:14写道：'],
    ['id', 'Pada Sel, 3 Mar 2026 pukul 10.14 Layanan <l@toko.example> menulis:'],
    ['hi', 'मंगल, 3 मार्च 2026 को 10:14 am बजे सहायता <s@dukan.example> ने लिखा:'],
  ])('is known in %s: %s', (_, header) => {
    expect(ownLines(`${OWN}\n\n${header}\nHund.\nMaus.`)).toEqual([OWN]);
    expect(ownLines(`${OWN}\r\n\r\n${header}\r\n> Hund.\r\n> Maus.\r\nPies.`)).toEqual([
      OWN,
      'Pies.',
    ]);
  });

  it('may be broken over lines', () => {
    const header = 'On Tue, Mar 3, 2026 at 10:14 AM Customer Support <help@shop.example>\nwrote:';
    expect(ownLines(`${OWN}\n${header}\n\nHund.`)).toEqual([OWN]);
  });

  it.each([
    'On Monday he wrote:\nyou will get it. I never did.',
    'On 3 March 2026 your agent Kasia wrote:\nwe pay. Nobody did.',
    'Am Montag schrieb er:\nes kommt. Es kam nie.',
    'Он писал:\nзавтра. Прошла неделя.',
    'I waited from 10:14 to 12:30:\ntwo hours.',
  ])('is not what a customer tells: %s', (text) => {
    expect(separateSpeech({ text }).customer).toBe(text);
  });

  it('is known in a letter pasted into one line, where it is certain', () => {
    const quoted = 'Still broken. On Tue, 3 Mar 2026 at 10:14 Support wrote: > It will work soon.';
    expect(ownLines(quoted)).toEqual(['Still broken.']);
    const addressed =
      'Nadal nic. W dniu 3.03.2026 o 10:14 Sklep <s@sklep.example> napisał(a): Paczka wyszła.';
    expect(ownLines(addressed)).toEqual(['Nadal nic.']);
    const told = 'On 3 March 2026 at 10:14 your agent wrote: it is lost. I want my money.';
    expect(ownLines(told)).toEqual([told]);
  });
});
