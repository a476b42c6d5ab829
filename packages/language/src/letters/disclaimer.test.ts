import { describe, expect, it } from '@jest/globals';
import { separateSpeech } from '../customer-words.ts';
import { ownLines } from './fixtures/own-lines.ts';

describe('legal disclaimers', () => {
  it.each([
    [
      'en',
      'This e-mail and any attachments are confidential. If you are not the intended recipient, delete it.',
    ],
    ['en', 'CONFIDENTIALITY NOTICE: this message may contain privileged information.'],
    [
      'pl',
      'Niniejsza wiadomość wraz z załącznikami ma charakter poufny. Jeśli nie są Państwo adresatem, prosimy ją usunąć.',
    ],
    [
      'de',
      'Diese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind, löschen Sie sie.',
    ],
    [
      'fr',
      "Ce message et ses pièces jointes sont confidentiels. Si vous n'êtes pas le destinataire, supprimez-le.",
    ],
    ['es', 'Este mensaje contiene información confidencial. Si no es el destinatario, bórrelo.'],
    [
      'pt',
      'Esta mensagem pode conter informações confidenciais. Se não for o destinatário, apague-a.',
    ],
    [
      'it',
      'Questo messaggio contiene informazioni riservate ed è destinato esclusivamente al destinatario.',
    ],
    ['nl', 'Dit bericht is vertrouwelijk en uitsluitend bestemd voor de geadresseerde.'],
    ['tr', 'Bu e-posta ve ekleri gizli bilgi içerebilir. Alıcısı değilseniz lütfen siliniz.'],
    [
      'ru',
      'Это сообщение содержит конфиденциальную информацию. Если вы не являетесь адресатом, удалите его.',
    ],
    [
      'uk',
      'Це повідомлення містить конфіденційну інформацію. Якщо ви не є адресатом, видаліть його.',
    ],
    ['ar', 'هذه الرسالة وأي مرفقات قد تحتوي على معلومات سرية. إذا لم تكن المستلم فالرجاء حذفها.'],
    ['th', 'อีเมลฉบับนี้และเอกสารแนบเป็นความลับ หากท่านไม่ใช่ผู้รับ โปรดลบทิ้ง'],
    [
      'ja',
      '本メールには機密情報が含まれている場合があります。誤って受信された場合は削除してください。',
    ],
    ['zh', '本邮件及其附件含有保密信息。如果您不是收件人，请立即删除。'],
    ['id', 'E-mail ini bersifat rahasia. Jika Anda bukan penerima yang dituju, hapuslah.'],
    ['hi', 'यह ईमेल गोपनीय है। यदि आप इच्छित प्राप्तकर्ता नहीं हैं तो इसे हटा दें।'],
  ])('go to the end in %s: %s', (_, disclaimer) => {
    const own = 'The lamp is broken and nobody answers, which is the third time this year.';
    expect(ownLines(`${own}\n\n${disclaimer}\nHund.\n\nMaus.`)).toEqual([own]);
    expect(ownLines(`${own} ${disclaimer}`)).toEqual([own]);
  });

  it('are not a complaint about what was told to others', () => {
    const text =
      'Your employee shared confidential information about my account with my neighbour.\n\nThe data was confidential and I want an explanation.';
    expect(separateSpeech({ text }).customer).toBe(text);
  });
});
