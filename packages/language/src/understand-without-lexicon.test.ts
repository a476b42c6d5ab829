import { describe, expect, it } from '@jest/globals';
import { understand } from './understand.ts';

describe('a language without a lexicon', () => {
  it.each([
    ['es', 'Llevo tres semanas esperando el paquete y nadie contesta el teléfono. Una vergüenza.'],
    [
      'de',
      'Seit drei Wochen warte ich auf das Paket und niemand geht ans Telefon. Eine Frechheit.',
    ],
    [
      'fr',
      'Ça fait trois semaines que j’attends mon colis et personne ne répond au téléphone. Une honte.',
    ],
    ['it', 'Aspetto il pacco da tre settimane e nessuno risponde al telefono. Una vergogna.'],
    ['uk', 'Три тижні чекаю на посилку, і ніхто не бере слухавку. Жах, а не сервіс.'],
    ['tr', 'Üç haftadır kargomu bekliyorum, telefona kimse bakmıyor. Rezalet.'],
    ['nl', 'Ik wacht al drie weken op mijn pakket en niemand neemt de telefoon op. Schandalig.'],
    ['pt', 'Estou há três semanas esperando o pacote e ninguém atende o telefone. Uma vergonha.'],
    ['zh', '等了三个星期快递还没到，电话也没人接，太差劲了。'],
    ['ja', '三週間も荷物を待っているのに、電話に誰も出ません。ひどすぎます。'],
  ])('is heard: a complaint in %s', (language, text) => {
    const said = understand({ text });
    expect(said.language).toBe(language);
    expect(said.sentiment.label).toBe('negative');
    expect(said.detractor.flag).toBe(true);
    expect(said.form).toBe('grievance');
    for (const { evidence } of said.causes)
      for (const { start, end, text: words } of evidence)
        expect(text.slice(start, end)).toBe(words);
  });

  it.each([
    ['es', 'Muchas gracias, todo perfecto, un trato excelente.'],
    ['de', 'Vielen Dank, alles super, sehr freundliche Beratung.'],
    ['fr', 'Merci beaucoup, accueil parfait, je recommande.'],
    ['zh', '服务非常好，很满意，谢谢！'],
  ])('is heard: praise in %s', (_, text) => {
    const said = understand({ text });
    expect(said.sentiment.label).toBe('positive');
    expect(said.detractor.flag).toBe(false);
    expect(said.causes).toEqual([]);
  });

  it('says a score that disagrees with the text', () => {
    const said = understand({
      text: 'Vielen Dank, alles super, sehr freundliche und schnelle Beratung, perfekt.',
      score: { kind: 'nps', value: 1 },
    });
    expect(said.disagreement).toBe(true);
  });

  it('says nothing of words nobody taught it, nor of none', () => {
    expect(understand({ text: '???' }).sentiment.label).toBe('unknown');
    expect(understand({ text: '' }).detractor.flag).toBe(false);
  });
});
