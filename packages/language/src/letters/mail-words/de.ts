import type { MailLanguage } from './mail-words.ts';

export const german: MailLanguage = {
  opens: 'Am',
  wrote: 'schrieb|schrieben|schreibt|schrieb folgendes|hat geschrieben',
  notWrote:
    'ich schrieb|schrieb ich|schrieb er|schrieb sie|er schrieb|sie schrieb|schrieb mir|schrieb man',
  original: 'Ursprüngliche Nachricht|Originalnachricht|Original-Nachricht|Originalmail',
  forwarded:
    'Weitergeleitete Nachricht|Anfang der weitergeleiteten Nachricht|Anfang der weitergeleiteten E-Mail|Weitergeleitete E-Mail',
  from: 'Von|Absender',
  sent: 'Gesendet|Datum|Gesendet am',
  to: 'An|Kopie|Empfänger',
  subject: 'Betreff|Betr',
  sentFrom: 'Gesendet von|Gesendet mit|Gesendet über|Diese Nachricht wurde von meinem',
  sentAround:
    'Von meinem * gesendet|Von meiner * gesendet|Outlook für * herunterladen|Holen Sie sich Outlook*',
  devices: 'Handy|Mobiltelefon|Mobilgerät|Telefon|App|GMX|WEB.DE',
  closing:
    'Mit freundlichen Grüßen|Mit freundlichen Grüssen|Mit freundlichem Gruß|Freundliche Grüße|Freundliche Grüsse|Viele Grüße|Beste Grüße|Liebe Grüße|Herzliche Grüße|Schöne Grüße|Mit besten Grüßen|Mit bestem Gruß|Hochachtungsvoll|MfG|VG|LG|Gruß',
  phone: 'Tel|Telefon|Mobil|Handy|Fax|Telefax|Durchwahl',
  company:
    'GmbH|AG|KG|UG|e.V.|eG|HRB|Handelsregister|Amtsgericht|Geschäftsführer|Geschäftsführerin|USt-IdNr|Vorstand|Aufsichtsrat|Sitz der Gesellschaft',
  disclaimer:
    'E-Mail * enthält vertrauliche|E-Mail * kann vertrauliche|Nachricht * enthält vertrauliche|Nachricht * ist vertraulich|E-Mail * ist vertraulich|E-Mail * sind vertraulich|Nachricht * kann vertrauliche|nicht der richtige Adressat|nicht der beabsichtigte Empfänger|nicht der vorgesehene Empfänger|nicht der bestimmungsgemäße|nicht der Adressat|diese E-Mail irrtümlich erhalten|diese Nachricht irrtümlich erhalten|diese E-Mail versehentlich erhalten|ausschließlich für den Adressaten bestimmt|ausschließlich für den Empfänger bestimmt|ausschließlich für den bezeichneten|rechtlich geschützte Informationen|Vertraulichkeitshinweis :|bevor Sie diese E-Mail ausdrucken|bevor Sie diese Mail drucken',
};
