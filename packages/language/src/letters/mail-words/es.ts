import type { MailLanguage } from './mail-words.ts';

export const spanish: MailLanguage = {
  opens: 'El|El día|En fecha',
  wrote: 'escribió|escribió lo siguiente|escribe|escribieron',
  notWrote: 'me escribió|él escribió|ella escribió|que escribió|usted escribió',
  original: 'Mensaje original|Correo original',
  forwarded:
    'Mensaje reenviado|Inicio del mensaje reenviado|Comienzo del mensaje reenviado|Correo reenviado',
  from: 'De|Remitente',
  sent: 'Enviado|Enviado el|Enviado por|Fecha',
  to: 'Para|CC|Destinatario',
  subject: 'Asunto',
  sentFrom: 'Enviado desde mi|Enviado desde|Enviado con|Enviado a través de|Obtener|Obtén',
  sentAround: '',
  devices: 'móvil|teléfono|celular|dispositivo|correo',
  closing:
    'Saludos|Saludos cordiales|Un saludo|Un cordial saludo|Cordiales saludos|Atentamente|Muy atentamente|Cordialmente|Reciban un * saludo|Reciba un * saludo|Le saluda atentamente|Sin otro particular *|Gracias y saludos|Quedo a la espera *',
  phone: 'Tel|Tfno|Tlf|Teléfono|Móvil|Cel|Celular|Fax',
  company:
    'S.L.|S.L.U.|S.A.|S.A.U.|S. de R.L.|S.A. de C.V.|CIF|NIF|RFC|RUT|Registro Mercantil|CUIT',
  disclaimer:
    'mensaje * es confidencial|mensaje * son confidenciales|correo * es confidencial|correo * son confidenciales|mensaje * contiene información confidencial|correo * contiene información confidencial|mensaje * puede contener información confidencial|correo * puede contener información|mensaje * contener información confidencial|y sus archivos adjuntos son confidenciales|y los archivos adjuntos son confidenciales|dirigido exclusivamente a su destinatario|dirige exclusivamente a su destinatario|exclusivamente a su destinatario|exclusivamente para el destinatario|uso exclusivo del destinatario|no es usted el destinatario|si usted no es el destinatario|si no es el destinatario|no es el destinatario indicado|recibido este mensaje por error|recibido este correo por error|ha recibido este correo electrónico por error|aviso de confidencialidad :|aviso legal :|antes de imprimir este correo|antes de imprimir este mensaje',
};
