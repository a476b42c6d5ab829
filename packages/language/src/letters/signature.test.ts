import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { ownLines } from './fixtures/own-lines.ts';

const OWN = 'Kot.';

describe('signatures', () => {
  it.each([
    ['en', 'Sent from my iPhone'],
    ['en', 'Get Outlook for iOS'],
    ['pl', 'Wysłane z iPhone’a'],
    ['pl', 'Wysłano z telefonu Samsung'],
    ['de', 'Von meinem iPhone gesendet'],
    ['fr', 'Envoyé de mon iPhone'],
    ['es', 'Enviado desde mi iPhone'],
    ['pt', 'Enviado do meu iPhone'],
    ['it', 'Inviato da iPhone'],
    ['nl', 'Verstuurd vanaf mijn iPhone'],
    ['tr', "iPhone'umdan gönderildi"],
    ['ru', 'Отправлено с iPhone'],
    ['ru', 'Отправлено из мобильной Почты'],
    ['uk', 'Надіслано з iPhone'],
    ['ar', 'أرسلت من iPhone'],
    ['ar', 'أُرسلت من الـ iPhone الخاص بي'],
    ['th', 'ส่งจาก iPhone ของฉัน'],
    ['ja', 'iPhoneから送信'],
    ['zh', '发自我的iPhone'],
    ['id', 'Dikirim dari iPhone saya'],
    ['hi', 'मेरे iPhone से भेजा गया'],
  ])('of a device in %s: %s', (_, note) => {
    expect(ownLines(`${OWN}\n\n${note}`)).toEqual([OWN]);
    expect(ownLines(`${OWN} ${note}`)).toEqual([OWN]);
  });

  it.each([
    'Sent from your warehouse three weeks ago.',
    'Sent from my shop on Monday, never arrived.',
    'Wysłane z magazynu w Łodzi.',
    'iPhone dün gönderildi.',
    'Отправлено со склада.',
    'ส่งจาก กรุงเทพ',
  ])('are no parcel: %s', (text) => {
    expect(separateSpeech({ text: `${OWN}\n${text}` }).customer).toBe(`${OWN}\n${text}`);
  });

  it('of a device may follow a telephone in one line', () => {
    expect(ownLines('Late. A. Lamp, tel. 500 600 700 Sent from my iPhone')).toEqual([
      'Late. A. Lamp, tel. 500 600 700',
    ]);
  });

  it('begin at two dashes', () => {
    expect(ownLines(`${OWN}\n-- \nJan Kowalski\nKierownik\ntel. 500 600 700`)).toEqual([OWN]);
    expect(ownLines(`${OWN}\n--\nThe courier was rude as well.`)).toHaveLength(3);
  });

  it.each([
    ['en', 'Kind regards,', 'Head of Sales\nLamp Ltd\nTel: +44 20 7946 0000'],
    ['pl', 'Z poważaniem', 'Kierownik\nLampa Sp. z o.o.\ntel. 500 600 700'],
    ['de', 'Mit freundlichen Grüßen', 'Einkauf\nLampe GmbH\nTel. 030 123456'],
    ['ru', 'С уважением,', 'Директор\nООО «Лампа»\nтел. +7 495 123-45-67'],
    ['ar', 'مع التحية', 'مدير المبيعات\nهاتف: 0501234567'],
    ['th', 'ขอแสดงความนับถือ', 'บริษัท โคมไฟ จำกัด\nโทร 02-123-4567'],
    ['fr', 'Cordialement,', 'Achats\nTél. 01 23 45 67 89\nwww.lampe.example'],
  ])('keep formula and name in %s', (_, closing, below) => {
    expect(ownLines(`${OWN}\n\n${closing}\nA. Lamp\n${below}\n\nP.S. Pies.`)).toEqual([
      OWN,
      closing,
      'A. Lamp',
      'P.S. Pies.',
    ]);
  });

  it('keep the number of an order and what has no telephone', () => {
    const numbered = `${OWN}\nKind regards\nA. Lamp\nOrder no. 44719238`;
    expect(separateSpeech({ text: numbered }).customer).toBe(numbered);
    const plain = `${OWN}\nThanks,\nA. Lamp\nStill waiting`;
    expect(separateSpeech({ text: plain }).customer).toBe(plain);
  });
});
