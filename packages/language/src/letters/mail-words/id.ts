import type { MailLanguage } from './mail-words.ts';

export const indonesian: MailLanguage = {
  opens: 'Pada|Pada tanggal|Pada hari',
  wrote: 'menulis|menulis sebagai berikut|telah menulis',
  notWrote:
    'saya menulis|dia menulis|kami menulis|mereka menulis|Anda menulis|yang menulis|beliau menulis',
  original: 'Pesan asli|Pesan sebelumnya|Email asli',
  forwarded:
    'Pesan yang diteruskan|Pesan terusan|Pesan diteruskan|Pesan yang Diteruskan|Awal pesan yang diteruskan|Email yang diteruskan',
  from: 'Dari|Pengirim',
  sent: 'Dikirim|Terkirim|Tanggal',
  to: 'Kepada|Ke|Untuk|Tembusan',
  subject: 'Subjek|Perihal|Judul',
  sentFrom: 'Dikirim dari|Terkirim dari|Dikirim melalui|Dikirim menggunakan|Dapatkan',
  sentAround: '',
  devices: 'ponsel|HP|telepon|perangkat|gawai',
  closing:
    'Hormat saya|Hormat kami|Salam|Salam hormat|Salam hangat|Terima kasih|Terima kasih dan salam|Atas perhatiannya *|Demikian *|Wassalam',
  phone: 'Telp|Telepon|HP|Ponsel|Faks|WA',
  company: 'PT|CV|Tbk|NPWP|Persero',
  disclaimer:
    'email ini * bersifat rahasia|e-mail ini * bersifat rahasia|pesan ini * bersifat rahasia|e-mail ini * rahasia|dan lampirannya bersifat rahasia|dan lampirannya * rahasia|mengandung informasi rahasia|berisi informasi rahasia|hanya ditujukan untuk penerima|hanya ditujukan kepada|hanya untuk penerima yang|bukan penerima yang dituju|bukan penerima yang dimaksud|bukan penerima yang seharusnya|menerima e-mail ini karena kesalahan|menerima pesan ini karena kesalahan|menerima e-mail ini secara tidak sengaja|pemberitahuan kerahasiaan :|sebelum mencetak e-mail ini',
};
