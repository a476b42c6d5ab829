import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`dostaw*, kurier*, paczk*, przesyłk*, wysyłk*`),
  billing: list(`faktur*, rachunk*, rachunek, opłat*, płatnoś*, kart*`),
  app: list(`aplikacj*, apk*`),
  website: list(`stron*`),
  'call-centre': list(`infolini*`),
  store: list(`sklep*, kas*`),
  'car-bluetooth': list(`samochod*, auta, aucie, auto, bluetooth`),
  appointment: list(`przychodni*, gabinet*, wizyt*, lekarz*`),
  boarding: list(`boarding*`),
  'check-in': list(`odpraw*`),
};

export const currencies: LanguageLexicon['currencies'] = {
  PLN: list(`złot*`),
  USD: list(`dolar*`),
  EUR: list(`euro`),
  GBP: list(`funt*`),
};
