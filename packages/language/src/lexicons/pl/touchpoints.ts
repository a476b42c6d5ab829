import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`dostaw*, kurier*, paczk*, przesyłk*, wysyłk*, paczkomat*, doręcz*`),
  checkout: list(`koszyk*, kasa samoobsługow*, przy kasie, kasjer*, kasie`),
  billing: list(
    `faktur*, rachunk*, rachunek, opłat*, płatnoś*, z karty, abonament*, kwot*, obciąże*, naliczy*, pobran*, pobral*, przelew*`,
  ),
  app: list(`aplikacj*, apk*`),
  website: list(`stron*, portal*, witryn*, formularz online`),
  'call-centre': list(`infolini*, call center, na linii, konsultant*, centrala`),
  chat: list(`czat*, chat*, bot*`),
  store: list(`sklep*, salon*, w punkcie, galeri*, stacjonarn*`),
  branch: list(`oddział*, placówk*, okienk*`),
  boarding: list(`boarding*, bramk*, wejści* na pokład, wejściu na pokład, pokład*`),
  'check-in': list(`odpraw*, recepcj*, zameldow*`),
  'car-bluetooth': list(`samoch*, auta, aucie, auto, bluetooth, carplay, android auto`),
  baggage: list(`bagaż*, walizk*`),
  installation: list(`montaż*, instalacj*, monter*, technik*, przyłącz*`),
  appointment: list(`przychodni*, gabinet*, wizyt*, lekarz*, poradni*, zabieg*, pielęgniark*`),
  returns: list(`zwrot*, odesłał*m, reklamac*, wymian*`),
  renewal: list(`odnowieni*, przedłużeni*, przedłużam*`),
};

export const currencies: LanguageLexicon['currencies'] = {
  PLN: list(`złot*, zeta, zetów, złociszy`),
  USD: list(`dolar*`),
  EUR: list(`euro`),
  GBP: list(`funt*`),
  CHF: list(`frank*`),
  CZK: list(`koron*`),
  UAH: list(`hrywn*`),
};
