import type { MailLanguage } from './mail-words.ts';

export const dutch: MailLanguage = {
  opens: 'Op',
  wrote:
    'schreef|schreef het volgende|heeft geschreven|heeft het volgende geschreven|schreven|schrijft',
  notWrote:
    'ik schreef|schreef ik|hij schreef|zij schreef|ze schreef|schreef hij|schreef zij|schreef mij',
  original: 'Oorspronkelijk bericht|Origineel bericht|Originele bericht|Oorspronkelijke bericht',
  forwarded:
    'Doorgestuurd bericht|Begin doorgestuurd bericht|Begin van doorgestuurd bericht|Doorgestuurde e-mail',
  from: 'Van|Afzender',
  sent: 'Verzonden|Datum|Verzonden op',
  to: 'Aan|CC|Ontvanger',
  subject: 'Onderwerp',
  sentFrom:
    'Verstuurd vanaf mijn|Verzonden vanaf mijn|Verstuurd vanaf|Verzonden vanaf|Verzonden vanuit|Verstuurd met|Verzonden met|Download',
  sentAround: 'Outlook voor * downloaden|Outlook voor * ophalen',
  devices: 'telefoon|mobiel|toestel|Ziggo|KPN',
  closing:
    'Met vriendelijke groet|Met vriendelijke groeten|Vriendelijke groet|Vriendelijke groeten|Hoogachtend|Met hartelijke groet|Hartelijke groet|Hartelijke groeten|Groeten|Groet|Mvg|Met groet',
  phone: 'Tel|Telefoon|Mobiel|Mob|Fax',
  company: 'B.V.|BV|N.V.|NV|VOF|KvK|BTW|Kamer van Koophandel',
  disclaimer:
    'e-mail * is vertrouwelijk|e-mail * zijn vertrouwelijk|bericht * is vertrouwelijk|bericht * zijn vertrouwelijk|e-mail * kan vertrouwelijke informatie|bericht * kan vertrouwelijke informatie|bericht * bevat vertrouwelijke informatie|e-mail * bevat vertrouwelijke informatie|en eventuele bijlagen zijn vertrouwelijk|en bijlagen zijn vertrouwelijk|uitsluitend bestemd voor de geadresseerde|uitsluitend bestemd voor de|uitsluitend bedoeld voor de|niet de beoogde ontvanger|niet de geadresseerde|dit bericht ten onrechte|deze e-mail ten onrechte|dit bericht per abuis|vertrouwelijkheidsverklaring :|voordat u deze e-mail print|voordat u dit bericht print|voordat u deze e-mail afdrukt',
};
