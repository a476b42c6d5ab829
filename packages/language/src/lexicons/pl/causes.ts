import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const causes: LanguageLexicon['causes'] = {
  'broken-promise': {
    strong: list(
      `(obiecali*|obiecan*|obiecyw*|obiecał*) ~6 (a|ale|nie|do dziś|nikt), obietnic*, miało być, zapewnia* ~6 (a|ale|nie), niezgodn* z opisem, fałszyw* reklam*, okłamal*, słyszał*m to już`,
    ),
  },
  'delay-waiting': {
    strong: list(
      `czekam ~4 (od|już|#), czekał* ~3 (#|godzin*|na), opóźnien*, spóźni*, kolejk* ~3 (godzin*|stał*|długa|dłuższ*), # (godzin*|minut*|dni|tygodni*) (czeka*|opóźnien*|spóźnien*), wciąż (nie|czekam), nadal (nie|czekam), (trwa|trwało) ~2 (wieki|miesiąc*|tygod*)`,
    ),
  },
  'handoff-disconnect': {
    strong: list(
      `odsył* ~3 (do|od|mnie), przełącz* ~3 (do|mnie|z), odbij* ~4 (piłeczk*|od), jeden dział ~6 drug*, nikt nie (powiedział|przekazał|wie), od (nowa|początku), drugi formularz, dokumenty ~5 własnym życiem, do akt poprzedni*`,
    ),
    asked: list(`nie (macie|mają|ma) ~2 (tego)? ~1 w systemie`),
  },
  'repeat-contact': {
    strong: list(
      `(#th|kolejny) (raz|reklamacj*|skarg*|mail*|telefon*|zgłoszen*), po raz #th, ^ #th $, pisz* #th, znowu to samo, znów (usłysz*|to samo), ten sam szablon, to samo pismo, # razy (dzwoni*|pisa*|zgłasza*)`,
    ),
  },
  'no-human-reachable': {
    strong: list(
      `nikt nie (odbiera|odpowiada|odpisuje|oddzwania), bot*, czatbot*, automat*, infolini* ~5 (nie|nikt|czeka*), nie można się (dodzwonić|skontaktować), brak (kontaktu|odpowiedzi), z człowiekiem, odejść od skryptu, ten sam szablon`,
    ),
  },
  'staff-conduct': {
    strong: list(
      `niemił*, niegrzeczn*, chamsk*, arogan*, opryskliw*, bezczeln*, nieuprzejm*, wyśmia*, krzycza*, rozłączył* się, niekompetent*, bez kultury`,
    ),
  },
  'product-defect': {
    strong: list(
      `zepsu*, nie działa, wadliw*, rozpad* się, pęk*, popsu*, uszkodzon* (produkt|towar|telefon), kiepsk* jakość*, zł(y|a) (rozmiar|kolor)`,
    ),
  },
  'outage-access': {
    strong: list(
      `awari*, nie mogę się zalogować, brak (internetu|prądu|zasięgu|sygnału|dostępu), (aplikacja|strona|apka|system) ~3 (nie działa|zawiesza|wyłącza|crash*), zablokowan* ~2 konto, wywala`,
    ),
  },
  'billing-amount': {
    strong: list(
      `(pobran*|pobral*|ściągn*|naliczon*|naliczyl*|policzyl*) ~5, zwrot* ~4 (nie|nadal|pieniędzy|brak), za wysok* rachunek, (faktur*|rachunek|rachunk*) ~4 (błęd*|zawyżon*|zły|wyższ*), podwójn* ~2 (opłat*|obciąż*), dwa razy ~3 (zapłac*|pobra*), spojrzeć na kwotę, przelew ~6 towar, # dolarach za dostawę`,
    ),
  },
  'price-value': {
    strong: list(
      `(za|zbyt|strasznie|bardzo) (drogo|drogi|droga|drogie), podwyżk*, podnieśli cen*, zdzierstwo, niewart*, nie (jest)? wart*, taniej`,
    ),
  },
  'policy-refusal': {
    strong: list(
      `regulamin*, odmów* ~3, odmawia*, odrzuc* ~3, nie uznal*, zwrotu nie będzie, nie ma (takiej)? możliwości, takie (są)? (zasady|procedury)`,
    ),
  },
  'communication-overload': {
    strong: list(
      `reklam* ~4 (zamiast|wyskak*|co|przed|zamkn*|non stop), spam*, powiadomie* ~2 (co|ciągle|za dużo), zamiast piosenki, odrzuc* promocj*, newsletter*, (smsy|maile|telefony) (reklamow*|marketingow*), wydzwania*`,
    ),
  },
  'privacy-security': {
    strong: list(
      `wyciek*, włam*, (moje)? dane ~3 (udostępn*|wyciek*|sprzeda*), rodo, oszuści ~3, hakerz*, bez mojej zgody, cudz* (dane|konto|rachunek)`,
    ),
  },
  'lost-damaged': {
    strong: list(
      `zgubi* ~3, zaginę*, (paczka|przesyłka|walizka|bagaż) ~4 (uszkodz*|zniszcz*|zgin*|nie dotar*), nie dotarł*, zniszczon*, potłucz*, stłucz*, rozbit*`,
    ),
  },
  'cleanliness-safety': {
    strong: list(
      `brud*, pleśń, pleśn*, karaluch*, smród, śmierdz*, niebezpieczn*, włos w, zatru*, szczur*, surow* mięso`,
    ),
  },
  usability: {
    strong: list(
      `nieintuicyjn*, nie mogę znaleźć, (skomplikowan*|nieczyteln*|niewygodn*) ~3, trzeba ją zamknąć, zanim zagra, trudno (znaleźć|się połapać), czeka aż odrzucę`,
    ),
  },
  'cancellation-change': {
    strong: list(
      `odwoła* ~3 (wizyt*|lot|rejs|termin|zamówien*|koncert|bez), (wizyt*|lot|rejs|termin|zamówien*|koncert|rezerwacj*) ~3 (odwołan*|odwoła*|przesun*|anulowa*|przeło*), anulowal* (mi|nam|moje)`,
    ),
  },
};
