import type { MailLanguage } from './mail-words.ts';

export const italian: MailLanguage = {
  opens: 'Il giorno|Il|In data',
  wrote: 'ha scritto|hanno scritto|scrive|ha scritto quanto segue',
  notWrote: 'mi ha scritto|lui ha scritto|lei ha scritto|che ha scritto|ci ha scritto',
  original: 'Messaggio originale|Messaggio originario|Email originale',
  forwarded:
    'Messaggio inoltrato|Inizio messaggio inoltrato|Inizio del messaggio inoltrato|Forwarded message|Email inoltrata',
  from: 'Da|Mittente',
  sent: 'Inviato|Inviato il|Data|Data invio',
  to: 'A|Destinatario|Cc',
  subject: 'Oggetto',
  sentFrom:
    'Inviato da|Inviato dal mio|Inviato dal|Inviato tramite|Inviata dal mio|Ottieni|Inviato con',
  sentAround: '',
  devices: 'telefono|cellulare|dispositivo|Libero|posta',
  closing:
    'Cordiali saluti|Distinti saluti|Cordialmente|Saluti|Un saluto|Un cordiale saluto|Cordialità|In fede|Porgo * saluti|Con i migliori saluti|I migliori saluti|Grazie e saluti|Resto in attesa *',
  phone: 'Tel|Telefono|Cell|Cellulare|Mob|Fax',
  company: 'S.r.l.|S.p.A.|S.n.c.|S.a.s.|P.IVA|P. IVA|Partita IVA|Codice fiscale|REA',
  disclaimer:
    'messaggio * è riservato|messaggio * sono riservati|messaggio * sono riservate|messaggio * è confidenziale|messaggio * sono confidenziali|e-mail * è confidenziale|e-mail * sono confidenziali|messaggio * contiene informazioni riservate|messaggio * può contenere informazioni riservate|e-mail * può contenere informazioni riservate|messaggio * contenere informazioni riservate|e relativi allegati sono riservati|e i suoi allegati sono riservati|destinato esclusivamente al|destinate esclusivamente al|esclusivamente al destinatario|uso esclusivo del destinatario|non siete il destinatario|non è il destinatario|non siete i destinatari|ricevuto questo messaggio per errore|ricevuto questa e-mail per errore|ricevuto il presente messaggio per errore|avviso di riservatezza :|prima di stampare questa e-mail|prima di stampare questo messaggio',
};
