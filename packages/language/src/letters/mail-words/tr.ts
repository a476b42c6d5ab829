import type { MailLanguage } from './mail-words.ts';

export const turkish: MailLanguage = {
  opens: '',
  wrote: 'yazdı|şunu yazdı|şunları yazdı|şöyle yazdı|yazmış|tarihinde',
  notWrote: 'bana yazdı|o yazdı|kim yazdı',
  original: 'Orijinal Mesaj|Orijinal İleti|Özgün İleti|Özgün Mesaj|Asıl Mesaj|Orijinal E-posta',
  forwarded:
    'İletilen mesaj|İletilen ileti|Yönlendirilen ileti|Yönlendirilmiş ileti|Yönlendirilen mesaj|İletilmiş mesaj|İletilen iletinin başlangıcı',
  from: 'Kimden|Gönderen',
  sent: 'Gönderildi|Gönderilme Tarihi|Gönderim Tarihi|Gönderme Tarihi|Tarih',
  to: 'Kime|Alıcı|Bilgi',
  subject: 'Konu',
  sentFrom: '',
  sentAround:
    "iPhone'*dan gönderildi|iPhone'*den gönderildi|iPad'*den gönderildi|Android'*den gönderildi|telefonumdan gönderildi|cihazımdan gönderildi|Samsung*dan gönderildi|Outlook*ile gönderildi|Outlook*edinin",
  devices: 'telefonumdan|cihazımdan',
  closing:
    'Saygılarımla|Saygılarımızla|Saygılar|İyi çalışmalar|İyi günler|Sevgiler|Selamlar|Teşekkürler|Teşekkür ederim|En içten * saygılarımla|Bilgilerinize',
  phone: 'Tel|Telefon|Cep|GSM|Faks',
  company: 'A.Ş.|Ltd. Şti.|Limited Şirketi|Anonim Şirketi|Vergi No|Mersis|Ticaret Sicil',
  disclaimer:
    'e-posta * gizlidir|e-posta mesajı * gizli|e-posta * gizli bilgi|mesaj * gizlidir|mesaj * gizli bilgi|ileti * gizlidir|ileti * gizli bilgi|ve ekleri gizlidir|ve ekleri * gizlidir|ve ekleri * gizli bilgi|yalnızca gönderildiği kişi|sadece gönderildiği kişi|yalnızca alıcısına|alıcısı değilseniz|alıcısı siz değilseniz|hedeflenen alıcı değilseniz|muhatabı değilseniz|yanlışlıkla size ulaşmışsa|yanlışlıkla aldıysanız|gizlilik bildirimi :|yasal uyarı :|yazdırmadan önce çevre|çıktısını almadan önce',
};
