import type { MailLanguage } from './mail-words.ts';

export const french: MailLanguage = {
  opens: 'Le|En date du|Date',
  wrote: 'a écrit|écrit|a écrit ce qui suit|ont écrit',
  notWrote: "il a écrit|elle a écrit|on a écrit|qui a écrit|m'a écrit|vous a écrit",
  original: "Message d'origine|Message original|Courriel original|E-mail d'origine",
  forwarded:
    'Message transféré|Début du message transféré|Début du message réexpédié|Message réexpédié|Courriel transféré|E-mail transféré',
  from: 'De|Expéditeur',
  sent: 'Envoyé|Envoyé le|Date|Date d’envoi',
  to: 'À|A|Destinataire|Copie',
  subject: 'Objet|Sujet',
  sentFrom:
    'Envoyé de mon|Envoyé depuis mon|Envoyé depuis|Envoyé à partir de|Envoyé via|Envoyé de|Télécharger|Obtenir|Envoyé avec',
  sentAround: '',
  devices: 'téléphone|mobile|portable|Orange|Free|appareil',
  closing:
    'Cordialement|Bien cordialement|Très cordialement|Sincères salutations|Meilleures salutations|Salutations distinguées|Sincèrement|Bien à vous|Respectueusement|Je vous prie * salutations *|Veuillez * salutations *|Veuillez * considération *|Salutations|Cdt|Bonne journée',
  phone: 'Tél|Téléphone|Portable|Mob|Fixe|Télécopie|Standard',
  company: 'SARL|SAS|SASU|SA|EURL|SNC|SIRET|SIREN|RCS|au capital de|TVA intracommunautaire',
  disclaimer:
    "et ses pièces jointes sont confidentiels|et toutes les pièces jointes sont confidentiels|et les pièces jointes sont confidentiels|et ses pièces jointes peuvent contenir|message * est confidentiel|message * sont confidentiels|courriel * est confidentiel|message * contient des informations confidentielles|message * peut contenir des informations confidentielles|courriel * peut contenir des informations confidentielles|message * contenir des informations confidentielles|à l'attention exclusive de|à l'intention exclusive de|exclusivement à l'attention de|destinés exclusivement à|destiné exclusivement à|exclusivement destiné à|n'êtes pas le destinataire|reçu ce message par erreur|reçu ce courriel par erreur|reçu cet e-mail par erreur|avis de confidentialité :|pensez à l'environnement avant",
};
