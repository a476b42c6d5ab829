import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const touchpoints: LanguageLexicon['touchpoints'] = {
  delivery: list(`доставк*, курьер*, посылк*`),
  billing: list(`счет*, списани*, оплат*, комисси*`),
  app: list(`приложени*`),
  website: list(`сайт*`),
  'call-centre': list(`горяч* лини*, колл-центр*`),
  store: list(`магазин*, касс*`),
  boarding: list(`посадк*`),
  'check-in': list(`регистраци*`),
  baggage: list(`багаж*, чемодан*`),
  branch: list(`отделени*`),
};

export const currencies: LanguageLexicon['currencies'] = {
  RUB: list(`рубл*, руб`),
  USD: list(`доллар*`),
  EUR: list(`евро`),
  PLN: list(`злот*`),
};
