import type { PromiseLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const promises: PromiseLexicon = {
  said: list(
    `(powiedzian*|obiecan*|zapewnion*), (powiedzieli|obiecali|zapewnili|mówią|mówili|powiedział|powiedziała|obiecał|obiecała), (ma|mają|będzie) (być|działać|zadzwonić|przyjechać), usłyszał*m`,
  ),
  commit: list(
    `oddzwonię, zadzwonię, odpowiem, wrócę z, będzie (gotowe|działać), zajmę się, zrobimy, oddzwonimy, odpowiemy, dostanie pan*`,
  ),
  byCustomer: list(`(zapłacę|wyślę|prześlę|oddam|zadzwonię|podpiszę)`),
  undated: list(`(obiecali|obiecano) ~2 (oddzwonić|zwrot|kontakt|rabat)`),
  kept: list(`(tak)? jak (obiec*|zapowie*|powie*), zgodnie z obietnic*, dotrzyma* słowa`),
  broken: list(
    `słyszał*m to już, już to słyszał*m, (nikt|nie) (oddzwoni*|zadzwoni*|przyjech*|odezwał* się), nie dotrzyma*`,
  ),
  deadlines: [
    ['jutro rano', { days: 1, localTime: '08:00' }],
    ['do jutra rana', { days: 1, localTime: '08:00' }],
    ['(do jutra|jutro)', { days: 1, localTime: '18:00' }],
    ['(do końca dnia|dziś|dzisiaj|jeszcze dziś)', { days: 0, localTime: '18:00' }],
    ['do południa', { days: 0, localTime: '12:00' }],
    ['do końca tygodnia', { days: 5, localTime: '18:00' }],
    ['w przyszłym tygodniu', { days: 7, localTime: '18:00' }],
  ],
};
