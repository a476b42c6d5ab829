import type { MailLanguage } from './mail-words.ts';

export const polish: MailLanguage = {
  opens: 'W dniu|Dnia|W dn.|Użytkownik|Wiadomość napisana przez',
  wrote: 'napisał(a)|napisała|napisał|napisali|pisze|napisano',
  notWrote:
    'Pan napisał|Pani napisała|on napisał|ona napisała|oni napisali|który napisał|która napisała',
  original: 'Wiadomość oryginalna|Oryginalna wiadomość|Treść oryginalnej wiadomości',
  forwarded:
    'Wiadomość przekazana dalej|Wiadomość przekazana|Przekazana wiadomość|Przesłana wiadomość|Przekazywana wiadomość|Treść przekazanej wiadomości|Początek przekazywanej wiadomości|Początek przekazanej wiadomości|Wiadomość przesłana dalej',
  from: 'Od|Nadawca',
  sent: 'Wysłano|Wysłane|Data|Data wysłania',
  to: 'Do|DW|Odbiorca|Kopia',
  subject: 'Temat',
  sentFrom:
    'Wysłane z|Wysłano z|Wysłane za pomocą|Wysłano za pomocą|Wysłane przez|Pobierz program|Pobierz aplikację',
  sentAround: '',
  devices:
    'telefonu|telefon|smartfona|smartfonu|komórki|urządzenia|poczty|Poczta|Wirtualnej|Onet|Interia',
  closing:
    'Z poważaniem|Z wyrazami szacunku|Pozdrawiam|Pozdrawiam serdecznie|Serdecznie pozdrawiam|Z pozdrowieniami|Pozdrowienia|Serdeczne pozdrowienia|Łączę pozdrowienia|Łączę wyrazy szacunku|Z szacunkiem|Pozdr|Dziękuję i pozdrawiam',
  phone: 'tel|telefon|kom|tel. kom|faks|infolinia',
  company:
    'Sp. z o.o.|sp. k.|S.A.|sp. j.|spółka z ograniczoną|NIP|REGON|KRS|kapitał zakładowy|Sąd Rejonowy',
  disclaimer:
    'wiadomość * ma charakter poufny|wiadomość * mają charakter poufny|wiadomość * jest poufna|wiadomość * są poufne|wiadomość * może zawierać informacje poufne|wiadomość * mogą zawierać informacje poufne|wiadomość * zawiera informacje poufne|wiadomość * może zawierać poufne|nie jest Pan/Pani adresatem|nie jest Pan(i) adresatem|nie są Państwo adresatem|nie są Państwo zamierzonym|nie jesteś adresatem|nie jesteś zamierzonym|nie jesteście Państwo adresatem|nie jest jej adresatem|przeznaczona wyłącznie dla adresata|przeznaczone wyłącznie dla adresata|przeznaczona jest wyłącznie dla|przeznaczone są wyłącznie dla|przeznaczona wyłącznie do użytku|wyłącznie do wiadomości adresata|wyłącznie do użytku adresata|otrzymali Państwo tę wiadomość|otrzymał Pan tę wiadomość|otrzymałeś tę wiadomość|klauzula poufności :|informacja o poufności :|zanim wydrukujesz tę wiadomość',
};
