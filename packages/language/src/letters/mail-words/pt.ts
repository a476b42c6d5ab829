import type { MailLanguage } from './mail-words.ts';

export const portuguese: MailLanguage = {
  opens: 'Em|No dia|A|Em data de',
  wrote: 'escreveu|escreveu o seguinte|escreve|escreveram',
  notWrote: 'me escreveu|ele escreveu|ela escreveu|que escreveu|você escreveu',
  original: 'Mensagem original|E-mail original',
  forwarded:
    'Mensagem encaminhada|Mensagem reencaminhada|Início da mensagem encaminhada|Início da mensagem reencaminhada|E-mail encaminhado|Início de mensagem reencaminhada',
  from: 'De|Remetente',
  sent: 'Enviado|Enviada|Enviado em|Enviada em|Data|Enviado a',
  to: 'Para|Cc|Destinatário',
  subject: 'Assunto',
  sentFrom:
    'Enviado do meu|Enviado a partir do meu|Enviado pelo meu|Enviado do|Enviado a partir do|Enviado via|Obter o|Obtenha o',
  sentAround: '',
  devices: 'celular|telemóvel|telefone|dispositivo|e-mail|UOL',
  closing:
    'Atenciosamente|Att|Atte|Cordialmente|Com os melhores cumprimentos|Melhores cumprimentos|Cumprimentos|Cumprimentos cordiais|Abraços|Um abraço|Saudações|Grato|Grata|Respeitosamente|Obrigado e abraços',
  phone: 'Tel|Telefone|Fone|Cel|Celular|Telemóvel|Fax|WhatsApp',
  company: 'Ltda|Lda|S.A.|S/A|ME|EPP|CNPJ|NIPC|Unipessoal|EIRELI',
  disclaimer:
    'mensagem * é confidencial|mensagem * são confidenciais|e-mail * é confidencial|e-mail * são confidenciais|mensagem * contém informações confidenciais|mensagem * pode conter informações confidenciais|mensagem * podem conter informações|mensagem * contém informação confidencial|mensagem * pode conter informação confidencial|e-mail * pode conter informações confidenciais|e seus anexos são confidenciais|destinada exclusivamente a|destinada exclusivamente ao|destina-se exclusivamente a|destina-se exclusivamente ao|uso exclusivo do destinatário|não é o destinatário|não for o destinatário|não seja o destinatário|não for destinatário|recebeu esta mensagem por engano|recebeu este e-mail por engano|recebido esta mensagem por engano|aviso de confidencialidade :|aviso legal :|antes de imprimir este e-mail|antes de imprimir esta mensagem',
};
