import type { LanguageLexicon, TimeLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const contacts: LanguageLexicon['contacts'] = {
  counted: list(
    `#th (raz|reklamacj*|skarg*|mail|maila|e-mail*|telefon|telefonie|wiadomoś*|zgłoszeni*|pismo|pisma|list|ponagleni*|prośb*|rozmow*|interwencj*|monit*|upomnieni*|nr zgłoszenia|numer zgłoszenia|prób*), @contacted ~3 (po raz)? #th (raz)?, ^ (już)? #th $, # razy ~3 @contacted, @contacted ~4 # (razy|raz|krotnie), @contacted ~2 (dwukrotnie|trzykrotnie|czterokrotnie|pięciokrotnie|sześciokrotnie|siedmiokrotnie|ośmiokrotnie|dziewięciokrotnie|dziesięciokrotnie), po raz #th, (to|już) # raz, # (telefony|telefonów|telefonach|mail*|e-mail*|reklamac*|zgłosze*|rozm*|wiadomoś*|pism|pisma|skarg|skargi|ponagle*|monit*|interwencj*|listów|połączeń)`,
  ),
  byCompany: list(
    `(były|było|przyszło|przyszły) (już)? # (telefon*|mail*|e-mail*|sms*|wiadomoś*|połącze*), (#|#th) (telefon*|mail*|e-mail*|sms*|esemes*|wiadomoś*|połącze*|list*|pism*|ponagle*) ~4 (reklamow*|od was|od państwa|od waszych|marketing*|handlow*|z ofert*|z promocj*|z propozycj*|ofert*|sprzedaż*|dziennie|codziennie|na dzień|w tygodniu|w tydzień|fotowolta*|windykac*), (dzwonicie|dzwonią|dzwoni|dzwoniliście|dzwonili|zadzwonili*|wydzwania*|piszecie|piszą|wysyłacie|wysłaliście|pisaliście|dostaję|dostał*m|dostajemy|otrzymuję|otrzymał*m|przychodzi*|odebrał*m|odbieram|mam) ~5 # (razy|telefon*|mail*|e-mail*|sms*|esemes*|wiadomoś*|połącze*|list*), (#|#th) (telefon*|mail*) ~3 (i|oraz) # (telefon*|mail*|sms*) ~3 (dziennie|od was), #th (formularz|gabinet|telefon ~2 (marki|firmy)), # razy ~3 (dzwonili*|dzwonią|dzwonicie|przekład*|odwoł*|naprawi*|wyższ*|dziennie), (o|od|do|nr|numer|dnia|godz|poz|nad) #th ~1 (raz|reklam*|telefon*|rozm*|wiadom*), # telefony na, wybierz #, #th raz ~2 (wracam*|jesteśmy|jestem|gościm*|u was|tu|w tym|kupuj*|zamawia*|korzyst*|polec*|odwiedz*|leci*|nocuj*)`,
  ),
};

export const time: TimeLexicon = {
  minute: list(`minut, minuty, minutę, minutach, minutami, min, minutek`),
  hour: list(`godzin*, godz, h`),
  day: list(`dzień, dni, dnia, dniach, dób, doby, dobę, (dni|dniach) robocz*`),
  week: list(`tydzień, tygodni, tygodnie, tygodnia, tygodniach`),
  fixed: [
    ['dwie i pół (godziny|godz)', 150],
    ['trzy i pół (godziny|godz)', 210],
    ['cztery i pół (godziny|godz)', 270],
    ['2 5 (godziny|godz|h)', 150],
    ['1 5 (godziny|godz|h)', 90],
    ['(półtorej|półtora) (godziny|godz|h)', 90],
    ['godzin(a|ę) z hakiem', 60],
    ['pół (godziny|godz|godzinki|h)', 30],
    ['półgodzin*', 30],
    ['trzy kwadranse', 45],
    ['kwadrans*', 15],
    ['(ciągu|przeciągu|upływem) (jednej)? (godziny|godzinki)', 60],
    ['(po|ponad|niespełna|około|niecałej) (jednej|dobrej|bitej)? godzinie', 60],
    ['(niecałą|całą|bitą|dobrą)? (godzinę|godzinkę)', 60],
    ['1h', 60],
    ['2h', 120],
    ['3h', 180],
    ['4h', 240],
  ],
  range: ['do', 'lub', 'albo', 'a', 'czy'],
  elapsed: list(
    `po, przez, od, ponad, dopiero po, trwa*, minęł*, mija, mijają, czekał*m, czekam, czekam już, już, czekaliśmy, straci*m, spędził*m, wisiał*m, wiszę, bite, całe, siedzia*, zajęło, zajęło mi, # (minut*|godzin*|dni|tygodni*) temu, # (minut*|godzin*) (czekania|słuchania|na linii|tłumaczenia|rozmowy|na telefonie|wisz*|w kolejce)`,
  ),
  spent: list(
    `czeka*, wisz*, wisia*, stał*m, staliśmy, stania, kolejc*, kolejk*, na linii, tłumacz*, rozm*, infolini*, stoję, stoimy, na telefonie, przez telefon, na słuchawce, dodzwoni*, dzwoni*, słucha*, melodyjk*, muzyczk*, wyjaśnia*, przełącza*, rozłącz*, przerwa*, siedzia*, stracił*m, straciliśmy, próbuj*, próbował*, zmarnowa*, spędził*m, zajęło, konsultant*, urwał* się`,
  ),
};
