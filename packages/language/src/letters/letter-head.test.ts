import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { filledLines, ownLines } from './fixtures/own-lines.ts';

const OWN = 'Kot.';

describe('letters below', () => {
  it.each([
    ['en', '-----Original Message-----'],
    ['en', '---------- Forwarded message ---------'],
    ['en', 'Begin forwarded message:'],
    ['pl', '-----Wiadomość oryginalna-----'],
    ['pl', '---------- Przekazana wiadomość ----------'],
    ['de', '-----Ursprüngliche Nachricht-----'],
    ['de', '-------- Weitergeleitete Nachricht --------'],
    ['fr', "-----Message d'origine-----"],
    ['fr', 'Début du message transféré :'],
    ['es', '-----Mensaje original-----'],
    ['pt', '---------- Mensagem encaminhada ---------'],
    ['it', '-----Messaggio originale-----'],
    ['nl', '-----Oorspronkelijk bericht-----'],
    ['tr', '-----Özgün İleti-----'],
    ['ru', '-------- Пересылаемое сообщение --------'],
    ['ru', '-----Исходное сообщение-----'],
    ['uk', '-----Оригінальне повідомлення-----'],
    ['ar', '-----الرسالة الأصلية-----'],
    ['ar', '---------- رسالة معاد توجيهها ----------'],
    ['th', '-----ข้อความต้นฉบับ-----'],
    ['th', '---------- ข้อความที่ส่งต่อ ----------'],
    ['ja', '----- 元のメッセージ -----'],
    ['zh', '------------------ 原始邮件 ------------------'],
    ['id', '-----Pesan Asli-----'],
    ['hi', '-----मूल संदेश-----'],
  ])('under a title in %s: %s', (_, title) => {
    const own = 'This is the answer that I waited for.';
    expect(ownLines(`${own}\n\n${title}\nFrom: a\nHund.\n\nMaus.`)).toEqual([own]);
  });

  it.each([
    ['en', 'From: Shop <s@shop.example>\nSent: Tuesday\nTo: me\nSubject: Your order'],
    ['pl', 'Od: Sklep\nWysłano: 3 marca 2026 10:14\nDo: ja\nTemat: Zamówienie'],
    ['de', 'Von: Laden\nGesendet: Dienstag\nAn: mich\nBetreff: Bestellung'],
    ['fr', 'De : Magasin\nEnvoyé : mardi\nÀ : moi\nObjet : commande'],
    ['es', 'De: Tienda\nEnviado: martes\nPara: mí\nAsunto: pedido'],
    ['pt', 'De: Loja\nEnviado: terça\nPara: mim\nAssunto: pedido'],
    ['it', 'Da: Negozio\nInviato: martedì\nA: me\nOggetto: ordine'],
    ['nl', 'Van: Winkel\nVerzonden: dinsdag\nAan: mij\nOnderwerp: bestelling'],
    ['tr', 'Kimden: Mağaza\nGönderildi: Salı\nKime: ben\nKonu: sipariş'],
    ['ru', 'От: Лавка\nОтправлено: вторник\nКому: мне\nТема: заказ'],
    ['uk', 'Від: Крамниця\nНадіслано: вівторок\nКому: мені\nТема: замовлення'],
    ['ar', 'من: المتجر\nتاريخ الإرسال: الثلاثاء\nإلى: أنا\nالموضوع: الطلب'],
    ['th', 'จาก: ร้าน\nส่งเมื่อ: อังคาร\nถึง: ฉัน\nเรื่อง: คำสั่งซื้อ'],
    ['ja', '差出人: 店\n送信日時: 火曜日\n宛先: 私\n件名: 注文'],
    ['zh', '发件人：店\n发送时间：周二\n收件人：我\n主题：订单'],
    ['id', 'Dari: Toko\nDikirim: Selasa\nKepada: saya\nSubjek: pesanan'],
    ['hi', 'प्रेषक: दुकान\nभेजा गया: मंगलवार\nप्रति: मैं\nविषय: ऑर्डर'],
  ])('under a head in %s', (_, head) => {
    expect(ownLines(`${OWN}\n\n________________________________\n${head}\n\nHund.`)).toEqual([OWN]);
  });

  it('under a head pasted into one line', () => {
    const text =
      'Nothing came. From: Shop <s@shop.example> Sent: Tuesday To: me Subject: Your order It is on its way.';
    expect(ownLines(text)).toEqual(['Nothing came.']);
  });

  it('are not the fields of a journey', () => {
    const text = 'My booking:\nFrom: London\nTo: Paris\nDate: 3 May\n\nIt was cancelled.';
    expect(separateSpeech({ text }).customer).toBe(text);
  });

  it('are the other side’s words as far as the first, not the ones before', () => {
    const speech = separateSpeech({
      text: `${OWN}\n\nFrom: Shop\nSubject: x\n\nWe pay within 5 days.\n\nFrom: me\nSubject: x\n\nI will sue.`,
    });
    expect(filledLines(speech.agent)).toEqual(['We pay within 5 days.']);
  });

  it('stay where they were passed on to be read', () => {
    for (const text of [
      '---------- Forwarded message ---------\nFrom: Jan <j@x.example>\nSubject: Lamp\n\nThe lamp is broken.',
      'Please see below.\n\n-----Forwarded Message-----\nThe lamp is broken.',
      'FYI\n\n---------- Forwarded message ---------\nThe lamp is broken.',
      '> The lamp is broken.\n> Nobody answers.',
    ])
      expect(separateSpeech({ text }).customer).toBe(text);
  });
});
