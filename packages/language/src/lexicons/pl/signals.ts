import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const churn: LanguageLexicon['churn'] = {
  stated: list(
    `rezygnuję, rezygnujemy, zrezygnował*m, zrezygnowaliśmy, (proszę|chcę|żądam|zamierzam|chciał*bym) ~2 (zamknąć|zlikwidować|rozwiązać|wypowiedzieć|anulować|zakończyć) ~3 (konto|rachunek|umow*|abonament*|subskrypcj*|członkostw*|polis*|karnet*|usług*|współprac*), (wypowiadam*|wypowiedział*m|wypowiedzieliśmy|wypowiem) ~2 (umow*|ją|polis*|abonament*|wam|karnet*), (umow*|karnet|polis*|abonament|konto|rachunek) ~2 (wypowiedzian*|rozwiązan*|zamknięt*|zlikwidowan*), (rozwiązał*m|rozwiązaliśmy|rozwiązuję|zerwał*m|zerwaliśmy|kończę|zakończył*m|kończymy) ~2 (umow*|współprac*), (zamknął*m|zamknęł*m|zamykam|zamknę|zlikwidował*m|likwiduję) ~3 (konto|rachunek|lokat*|kart*), wniosek o (zamknięcie|likwidację|rozwiązanie), (przesz*m|przeszliśmy|przechodzę|przechodzimy|odchodzę|odchodzimy|odszedł*m|odeszł*m|odeszliśmy), (przeniosł*m|przenieśliśmy|przenoszę|przenosimy|zabrał*m|zabraliśmy|zabieram|zabieramy|wypłacił*m) ~3 (się|numer*|konto|oszczędnoś*|pieniądze|firm*|obsług*|rachun*|gdzie|do konkurencji|do innego), (anulował*m|anuluję|skasował*m|usunął*m|usunęł*m|usuwam|odinstalował*m|wypisał*m|wykasował*m) ~3 (subskrypcj*|aplikacj*|apk*|konto|abonament*|członkostw*|wszystko|się), (kupił*m|zamówił*m|kupiliśmy|wziął*m|wzięliśmy) ~3 (gdzie indziej|u konkurencji|inn* mark*|w innym|w innej|u kogoś), (chodzę|jeżdżę|serwisujemy|kupuję|kupujemy|leczę się|zamawiam|robię zakupy|latam) ~4 (gdzie indziej|obok|u konkurencji|w innym|w innej), (już|więcej|nigdy) (u was|z wami|tam|tutaj)? ~1 nie (wrócę|wrócimy|przyjdę|kupię|zamówię|skorzystam|polecę|polecimy|zamówimy|pojadę), nie (wrócę|skorzystam|zamówię|kupię) ~2 (nigdy|więcej), nigdy więcej ~2 (u was|nie|tam|z wami|tej|zakup*), nigdy ~2 nie (wrócę|skorzystam|zamówię|kupię|polecę), z wami już nie, (mnie|nas) już ~3 nie zobacz*, nie (przedłuż*|odnowi*|odnawiam*) ~2 (umow*|abonament*|subskrypcj*|polis*|karnet*|kontrakt*), żegnam, żegnajcie, to było ostatni*, ostatni raz ~3 (kupi*|zamówi*|korzyst*|u was), (znalazł*m|znaleźliśmy) ~3 (inn*|nowego|nową|nowe), w niedzielę go opróżnił*m, konto zamknięte, mój ostatni (zakup|pobyt|lot)`,
  ),
  risk: list(
    `(rozgląda*|rozejrz*) ~4 (za|innym*|czymś|gdzie|inn*|konkuren*), (myślę|zastanawiam*|rozważam*|myślimy|zastanowię) ~4 (rezygn*|zmian*|odej*|odejści*|przenie*|inn*|konkuren*|wypowiedz*|zmieni*), anulował* jeszcze nie, (chyba|raczej|może|pewnie) ~2 (zmieni*|odejd*|zrezygnuj*|przenios*|wróc* do|poszuka*|przejd*), (poszuk*|szuka*|rozejrz*) ~3 (innego|innej|gdzie indziej|alternatyw*|nowego|konkuren*), (jeszcze|ostatni*) (raz|jed*) ~5 (odchodzę|rezygnuj*|zmieni*|odejd*|przenos*|będziemy|koniec), (jeśli|jeżeli|jak) ~9 (odchodz*|rezygnuj*|odejd*|zrezygnuj*|przenios*|przeniesie*|zmieni* (bank|operator*|dostawc*|firm*)|wypowie*), (raczej|już|chyba) ~2 nie (wrócę|wrócimy|przyjdę|skorzystam|zamówię|przedłuż*|kupię), (porównuj*|porównyw*) ~2 (ofert*|cen*)?, przenoszę się gdzie indziej, (myśleć|pomyśleć|zastanow*) nad ~2 (zmian*|konkuren*), patrz* w stronę, (kusi|korci) ~3 (konkuren*|odej*|zmieni*), (wyciągn*|wyciągnąć) wnioski, trudno ~5 (trzymać oszczędnoś*|wam ufać|zostać), są ~3 (inne|dwa|lepsze) (bank*|firm*|sklep*|operator*), szukać innego, nie ufam wam, (przenies*|zabier*) ~2 (firm*|obsług*|pieniądze) ~3 (gdzie|inn*)?, (czwartego|następnego|kolejnego|drugiego) ~2 nie (kupię|będzie), będę ~4 (z kimś innym|gdzie indziej|inną firm*), przestanę (płacić|korzystać|kupować), zmieniam ~2 (bank|operator*|dostawc*|sprzedawc*|lekarz*|firm*), będziemy jeździć, nie wiem czy ~3 (zostan*|przedłuż*|skorzyst*)`,
  ),
  unless: list(
    `jak (mogę|można|mam)? ~2 (zrezygnować|anulować|wypowiedzieć), ani myślę odchodzić, nie (zamierzam|myślę|planuję) ~2 (odchodz*|rezygn*|zmienia*), (wizyt*|lot|rezerwacj*|termin*|zamówieni*) ~3 (anulował*m|odwołał*m), anulował*m (wizyt*|rezerwacj*|zamówieni*|lot), (przeszł*m|przechodzę) (przez|operacj*|zabieg*|badani*|do (rzeczy|sedna)), od konkurencji, po odejściu od, (przeniosł*m|przeszł*m) się do was, znalazł*m (inn*|nowe) (rozwiązanie|zdjęcie), kupił*m w innym kolorze, (składk*|cen*) ~2 zmieni*, zamykam drzwi`,
  ),
};

export const exposure: LanguageLexicon['exposure'] = {
  public: list(
    `nagrani* (z|dla) ~3 (telewizj*|radi*|dziennikarz*), (krąży|krążą|chodzi|hula|hulają) ~2 (w sieci|po sieci|w internecie|po internecie|po facebooku), (opublikował*m|wrzucił*m|opisał*m|udostępnił*m|nagrał*m|zamieścił*m|wstawił*m) ~5 (na|w) (facebook*|fejs*|fb|internecie|sieci|twitter*|x|tiktok*|instagram*|youtube|grupie|forum|wykop*|mediach), viral*, (materiał|reportaż|artykuł|wywiad) ~5 (telewizj*|wyszedł|ukazał|wyemitow*|w gazecie|dziś|już), # (skarg*|opini*|komentarz*|udostępnie*|wpis*) ~4 (publicz*|w sieci|w internecie|pod postem|na facebooku|google), (tysi*|setki|setek) ~2 (publiczn*)? (skarg*|komentarz*|opini*|udostępnie*|wyświetle*), rozeszł* się ~2 (po|w) (sieci|internecie)`,
  ),
  threatened: list(
    `pójdę z tym ~2 (gdzie indziej|do|dalej|wyżej), (prawnik*|adwokat*|radc* prawn*|kancelari*), rzecznik* (konsument*|finansow*|praw*|pacjent*|ubezpiecz*), uokik*, knf, uodo, uke, sanepid*, inspekcj* (handlow*|pracy|sanitarn*|transport*), (do|w) sądu, (sąd|sądzie|sądem|sądow*), pozw*, pozew, na drog* sądow*, prokuratur*, (zgłosz*|zgłaszam|zgłosi*|zawiadomi*|zgłoszenie) ~4 (policj*|uokik*|rzecznik*|knf|sanepid*|prokuratur*|nfz|kuratori*), (do|w) (prasy|telewizji|mediów|gazety|radia|dziennikarz*|tvn*|interwencj*|uwagi), (opisz*|wrzuc*|opublikuj*|nagłośni*|wystawi*|obsmaruj*) ~5 (internecie|facebook*|sieci|google|grupach|mediach|wszędzie|negatywn*|opini*|gwiazdk*|sprawę), kroki prawne, krokami prawnymi, na piśmie do centrali, wszyscy się dowiedzą`,
  ),
  unless: list(
    `trzeba było do tego telewizji, pani prawnik, sąd*e że, sądzę, zgłoszenie na policję mam, notatk* z policji`,
  ),
};

export const recovery: LanguageLexicon['recovery'] = {
  solved: list(
    `(zwrot|przelew|pieniądze|kaucja|kasa|środki|rekompensata) (już|w końcu|wreszcie|dziś|wczoraj|właśnie)? (wpłynął|wpłynęł*|dotarł*|przyszedł|przyszł*|wrócił*|doszł*|doszedł|jest|są) ~1 (na koncie|na konto|już)?, (znowu|znów|już|wreszcie|w końcu|wszystko) ~1 działa, działa (już|jak|bez zarzutu|znowu), (problem|sprawa|sprawę|reklamacja|usterka|kwestia) ~3 (rozwiązan*|załatwion*|naprawion*|wyjaśnion*|zamknięt* pozytywnie|usunięt*), (usterkę|usterka|awarię) ~2 (usun*|naprawi*), oddzwonił* ~4 (jak|przed|zgodnie|punktualnie|dziękuj*), (pieniądze|kaucję|nadpłatę) ~2 (odzyskał*m|dostał*m z powrotem|oddali|oddano), po kłopocie, (udało się|wszystko) ~2 (załatwi*|wyjaśni*|rozwiąza*), dziękuję za (pomoc|załatwienie|rozwiązanie|szybk*|naprawę|interwencję)`,
  ),
  renewed: list(
    `(przedłuż*|odnawia*|odnowi*|podpisuj*|podpisa*) ~3 (umow*|abonament*|subskrypcj*|kontrakt*|polis*|karnet*), (zostaję|zostajemy|zostaniemy|zostanę) ~1 (z wami|u was|u państwa|z państwem), (jednak)? nie odchodz*, umow* przedłużon*`,
  ),
  unless: list(
    `nie ~2 (działa|przedłuż*|odnowi*|odnawia*|wpłyn*|dotar*|wróci*|załatwion*|rozwiązan*|zostan*), (przed|gdzie|kiedy|zanim|jeśli|jeżeli|czy|żeby|aby|dopóki|jak) ~4 (przedłuż*|odnowi*|odnawia*|zwrot*|podpis*|działa|wróc*|rozwiązan*|załatwion*|wpłynie), przy podpisywan*, (kazał*|musi*|trzeba|namawia*|chc*|proponuj*|zmusza*) ~3 (podpis*|przedłuż*), (podpisał*m|podpisaliśmy), powiadomieni* o odnowieniu, zamknęli zgłoszenie, zgłoszenie zamknięt*`,
  ),
};
