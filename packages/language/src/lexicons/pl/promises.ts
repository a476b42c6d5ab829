import type { PromiseLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const promises: PromiseLexicon = {
  said: list(
    `(powiedzian*|obiecan*|obiecuj*|zapewnion*|zapewnian*|mówion*|przyrzeczon*|zadeklarowan*|gwarantowan*), (powiedzieli|powiedział|powiedziała|mówili|mówił|mówiła|mówią|obiecali|obiecał|obiecała|obiecywali|zapewnili|zapewnił|zapewniła|zapewniali|zapewniał|zapewniała|twierdzili|twierdził|twierdziła|deklarowali|zapowiedział*|zapowiedzieli|przyrzekł*|gwarantowali|gwarantował|napisali|odpisali|zarzekał*), (obiecaliście|powiedzieliście|zapewnialiście|zapewniliście|gwarantowaliście|mówiliście|pisaliście|obiecywaliście|deklarowaliście|zapowiadaliście), (ma|mają|miał|miała|miało|mieli|miały) ~2 (być|działać|zadzwonić|oddzwonić|przyjechać|przyjść|wrócić|odpowiedzieć|odpisać|odezwać|naprawić|dotrzeć|wpłynąć|włączyć|zwrócić|skontaktować|ruszyć), usłyszał*m, słyszę, (podobno|rzekomo) ~3 (będzie|wróci|oddzwoni*|ruszy|zadziała), (oddzwonią|oddzwonicie|oddzwoni|zadzwonią|odezwą się|odezwiecie się|naprawią|przyjedzie|przywrócą|wróci),
    (obiecuj*|obiecywał*|zapewniają|zapewnia|zarzekał*|deklarują|zapowiadają|obiecaną|obiecanego), według (pana|pani|konsultant*|serwis*|infolini*|kurier*|mail*|strony), (termin|dostaw*|wizyt*|napraw*|montaż) ~2 (wyznaczon*|ustalon*|zaplanowan*|umówion*|zapowiedzian*), (w mailu|w aplikacji|w umowie|w potwierdzeniu|w smsie|w sms-ie) ~2 (pisało|napisano|było|jest|stało|stoi|podano),
    (dostał*m|podali|podano|wyznaczyli|wyznaczono) ~2 (termin|datę|godzin*)`,
  ),
  commit: list(
    `oddzwonię, oddzwonimy, zadzwonię, zadzwonimy, odpowiem, odpowiemy, odpiszę, odpiszemy, odezwę się, odezwiemy się, wrócę (z|do)?, wrócimy (z|do), będzie (gotowe|działać|działał*|załatwion*|naprawion*|wysłan*|u pan*), zajmę się, zajmiemy się, zrobię, zrobimy, sprawdzę, sprawdzimy, załatwię, załatwimy, dopilnuję, dopilnujemy, usunę, usuniemy, dodam, dodamy, dopiszę, podeślę, wycofam, wycofamy, anuluj(ę|emy), cofnę, cofniemy, skoryguj(ę|emy), wystawię, wystawimy, przelejemy, dostarczymy, przyjedziemy, podjedziemy, umówię, umówimy, zgłoszę, dowiem się, dam znać, damy znać, wymienimy, zadbam, odblokuj(ę|emy), odezwiemy, prześlę, prześlemy, wyślę, wyślemy, przekażę, przekażemy, skontaktuj(ę|emy) się, skontaktuje się, zwrócę, zwrócimy, naprawimy, naprawię, poprawię, poprawimy, przywrócimy, uruchomimy, włączymy, wyjaśnię, wyjaśnimy, przygotuj(ę|emy), potwierdzę, potwierdzimy, ustalę, ustalimy, dostanie (pan*|państwo), otrzyma (pan*|państwo), dostaniecie, obiecuję, obiecujemy, gwarantuję, gwarantujemy, (usługa|internet|wszystko|telewizja|zwrot|przelew|pieniądze) ~2 (wróci|ruszy|zadziała|wpłynie|będzie|wpłyną|będą), (technik|kurier|monter|kolega|koleżanka|konsultant*|kierowni*) ~2 (przyjedzie|zadzwoni|oddzwoni|skontaktuje|będzie)`,
  ),
  byCustomer: list(
    `(zapłacę|wyślę|prześlę|oddam|dosłę|doślę|zadzwonię|oddzwonię|podpiszę|odeślę|wpłacę|ureguluję|przelej(ę|emy)|dostarczę|dowiozę|podjadę|zapłacimy|odeślemy|podpiszemy)`,
  ),
  within: list(`w ciągu, w przeciągu, najpóźniej, przed upływem, w najbliższ*`),
  past: list(
    `wczoraj, przedwczoraj, (w)? (zeszłym|ubiegłym|zeszły|ubiegły|zeszłą|ubiegłą) (tygodniu|tydzień|miesiącu|miesiąc|środę|sobotę|niedzielę|poniedziałek|wtorek|czwartek|piątek), (#)? (dni|tygodni|tygodnie|tydzień|miesiąc|miesiące) temu`,
  ),
  undated: list(
    `(obiecali|obiecano|obiecał|obiecała|obiecaliście|zapewnili|zapewniono|przyrzekli|przyrzeczono|mieli|miał|miała|mieliście|obiecywali|zobowiązali) ~4 (oddzwonić|oddzwonieni*|zwrot*|kontakt|rabat*|zadzwonić|odpowied*|odpowiedzieć|odpisać|wyjaśni*|naprawi*|rekompensat*|przyjechać|zwrócić|odezwać|skontaktować|premi*|bonus*),
    (obiecali|obiecał*|obiecano|obiecują|obiecuje|obiecywali|zapewnili|zapewniali|zapewniają|powiedzieli|powiedział*|mówili|mówią|twierdzą|zarzekał*|deklarowali|przyrzekli) ~3 (sprawdzą|sprawdzi|oddzwonią|oddzwoni|zadzwonią|zadzwoni|zwrócą|zwróci|naprawią|naprawi|odezwą|odezwie|wyślą|wyśle|przyślą|przyśle|wymienią|wymieni|załatwią|załatwi|zajmą się|zajmie się|poprawią|skorygują|przekażą|skontaktują|skontaktuje|przyjadą|przyjedzie|wyjaśnią|dopiszą|usuną|cofną|anulują|zrekompensują),
    (obiecali|obiecał*|obiecano|obiecują|obiecuje|obiecywali|zapewniono|przyrzekli|zobowiązali się) ~3 (sprawdzić|oddzwonić|naprawić|wymienić|wysłać|przysłać|zająć|skorygować|usunąć|zwrócić|cofnąć|poprawić|przekazać|załatwić|dopilnować|wyjaśnić|zwrot*|wymian*|korekt*|rekompensat*|kontakt*|telefon), (ktoś|kierowni*|konsultant*|technik|doradca) ~1 (miał|miała|mieli|ma) ~3 (oddzwonić|zadzwonić|przyjechać|odezwać|skontaktować|przyjść)`,
  ),
  kept: list(
    `(tak)? jak (obiec*|zapowie*|zapowia*|powie*|było umówione|się umówiliśmy|pan obiec*|pani obiec*|państwo obiec*), zgodnie z (obietnic*|ustalen*|zapowiedzi*|umow* ustn*), dotrzyma* słowa, słowa dotrzyma*, obietnic* dotrzyma*, (oddzwonił*|zadzwonił*|przyjechał*|odezwał*) ~3 (przed czasem|punktualnie|o czasie|o umówionej|tak jak|jak obiec*)`,
  ),
  broken: list(
    `słyszał*m to (już|wcześniej|wiele razy|nie raz|nieraz), słyszeliśmy to już, już (to|tę śpiewkę|te obietnice) (kiedyś)? (słyszał*m|słyszeliśmy|przerabia*), to już (słyszał*m|słyszeliśmy), (nikt|nie) ~1 (oddzwoni*|zadzwoni*|przyjech*|odezwał* się|odezwali się|zjawi*|pojawi* się|pofatygow*), nie dotrzyma*, (obietnic*|słow*) ~2 (złaman*|bez pokrycia|pust*|na wiatr), (puste|złamane|kolejne) obietnic*, obiecanki, i nic (się nie)?, telefon* nie było`,
  ),
  pledged: list(
    `(obiecuję|obiecujemy), dopilnuj(ę|emy), zajm(ę|iemy) się (tym|tą|sprawą|osobiście), (oddzwonię|oddzwonimy|odezwę się|odezwiemy się|damy znać|dam znać), (wyjaśnię|wyjaśnimy|załatwię|załatwimy|naprawimy|zwrócimy|wymienimy) (to|tę|sprawę|pan*|państw*), (kolega|koleżanka|kierowni*|ktoś) ~1 (oddzwoni|zadzwoni|skontaktuje|odezwie)`,
  ),
  weekdays: list(
    `poniedział(ek|ku|kiem|kowy|kowego), wtor(ek|ku|kiem), środ(a|ę|y|zie|ą), czwart(ek|ku|kiem), piąt(ek|ku|kiem), sobot(a|ę|y|nio), niedziel(a|ę|i|ą)`,
  ),
  limits: list(`do, przed, najpóźniej (w|we)?, na, nie później niż (w|we)?`),
  doing: list(
    `będzie, będą, (ma|mają|miał|miała|miało|mieli|miały) ~4, (przyjedzie|przyjadą|przyjdzie|przyjdą|dostarcz*|oddzwoni*|zadzwoni*|naprawi*|zwróc*|wróci|wrócą|wpłynie|wpłyną|dotrze|dotrą|wyśl*|włącz*|odezw*|przywioz*|zamontuj*|odbior*|skończ*|odda*|podjed*|przyjedziemy|wymieni*|dostan*|otrzyma*)`,
  ),
  partsOfDay: [
    ['(z samego)? (rana|rano)', '08:00'],
    ['(południa|południe|południem|dwunastej)', '12:00'],
    ['(po południu|popołudniu|wieczora|wieczorem|końca dnia)', '18:00'],
  ],
  deadlines: [
    ['jutro ~1 (do końca dnia|do wieczora|do (16|17|18))', { days: 1, localTime: '18:00' }],
    ['(do końca dnia|do wieczora) jutro', { days: 1, localTime: '18:00' }],
    ['(w ciągu|do) 24h', { minutes: 1440 }],
    ['(w ciągu|do) 48h', { minutes: 2880 }],
    ['(jutro|do jutra) ~1 (rano|rana|z samego rana|o świcie)', { days: 1, localTime: '08:00' }],
    ['jutro (przed|do) (południ*|dwunast*)', { days: 1, localTime: '12:00' }],
    ['do jutra ~1 (południ*|dwunast*)', { days: 1, localTime: '12:00' }],
    ['(do|przed)? (jutra|jutro) w południe', { days: 1, localTime: '12:00' }],
    ['jutro (po południu|wieczorem)', { days: 1, localTime: '18:00' }],
    ['(do jutra|jutro|następnego dnia|nazajutrz)', { days: 1, localTime: '18:00' }],
    ['(pojutrze|do pojutrza)', { days: 2, localTime: '18:00' }],
    ['dziś przed (zamknięciem|końcem)', { days: 0, localTime: '18:00' }],
    ['(dziś|dzisiaj) (do|przed) południ*', { days: 0, localTime: '12:00' }],
    ['(do|przed) (południa|południem)', { days: 0, localTime: '12:00' }],
    [
      '((do|przed|pod|z) (końca|końcem|koniec) dnia|jeszcze dziś|jeszcze dzisiaj|dziś|dzisiaj|do wieczora|wieczorem|tego samego dnia)',
      { days: 0, localTime: '18:00' },
    ],
    ['(w ciągu|do) doby', { days: 1, localTime: '18:00' }],
    [
      '(w (następny|kolejny)|następnego|kolejnego) (dzień|dnia) robocz*',
      { days: 1, localTime: '18:00' },
    ],
    ['(do|przed|pod) (końca|końcem|koniec) tygodnia', { days: 5, localTime: '18:00' }],
    ['w tym tygodniu', { days: 5, localTime: '18:00' }],
    [
      '(w przyszłym tygodniu|za tydzień|w ciągu tygodnia|najdalej za tydzień)',
      { days: 7, localTime: '18:00' },
    ],
    ['(za|w ciągu) (dwa|dwóch|dwu) (tygodnie|tygodni)', { days: 14, localTime: '18:00' }],
    ['(za miesiąc|w ciągu miesiąca)', { days: 30, localTime: '18:00' }],
  ],
};
