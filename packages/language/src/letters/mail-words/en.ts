import type { MailLanguage } from './mail-words.ts';

export const english: MailLanguage = {
  opens: 'On|At',
  wrote: 'wrote|writes|wrote the following',
  notWrote: 'I wrote|you wrote|he wrote|she wrote|they wrote|we wrote|it wrote|who wrote',
  original: 'Original Message|Original Email|Original Appointment|Reply Message',
  forwarded: 'Forwarded Message|Begin forwarded message|Forwarded by *|Forwarded Email',
  from: 'From',
  sent: 'Sent|Date|Sent on',
  to: 'To|Cc|Reply-To',
  subject: 'Subject|Re',
  sentFrom: 'Sent from my|Sent from|Sent via|Sent using|Get|Sent with',
  sentAround: '',
  devices:
    'iPhone|iPad|iPod|iOS|Android|Samsung|Galaxy|Huawei|Xiaomi|Redmi|Pixel|Nokia|BlackBerry|OnePlus|Oppo|Motorola|Outlook|Yahoo|Gmail|Mail|Proton|Hotmail|Windows|smartphone|mobile|mobile device|phone|tablet|Thunderbird',
  closing:
    'Kind regards|Best regards|Warm regards|Warmest regards|With regards|With best regards|With kind regards|Regards|Best wishes|Yours sincerely|Sincerely yours|Sincerely|Yours faithfully|Yours truly|Respectfully|Respectfully yours|Many thanks|Thanks and regards|Thanks in advance|Thank you|Thanks|All the best|Best|Cheers|BR|KR',
  phone: 'tel|telephone|phone|mobile|mob|cell|fax|office|direct|direct line|t|m|p|f|ph',
  company:
    'Ltd|Limited|LLC|LLP|Inc|Corp|PLC|Company No|Registered in|Registered office|VAT No|VAT number|Company number|Registration number',
  disclaimer:
    'and any attachments are confidential|and any attachment is confidential|and any attachments is confidential|and any attachments may contain|and any attachments are intended|and its attachments are confidential|and any files transmitted with it|any attachments to it are confidential|may contain confidential and|may contain confidential information|may contain confidential or|may contain privileged|is confidential and may be|is confidential and intended|is confidential and is intended|are confidential and intended|contains confidential information intended|intended solely for the|intended only for the use|intended only for the person|not the intended recipient|not the named addressee|received this e-mail in error please|received this message in error please|if you have received this e-mail in error|if you have received this message in error|if you received this e-mail in error|if you received this message in error|confidentiality notice :|legal disclaimer :|consider the environment before printing|think before you print this',
};
