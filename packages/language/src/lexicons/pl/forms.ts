import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const forms: LanguageLexicon['forms'] = {
  question: list(
    `^ (dzień dobry)? (a|i)? (jak|gdzie|kiedy|ile|kto|który|która|które|jaki*|czy|skąd|od kiedy|do kiedy|o której|w jaki*|w jakich|na jak*|po ile|co) ~1, (chciał*bym zapytać|mam pytanie|pytanie)`,
  ),
  request: list(
    `(proszę|poproszę|prosimy|prosił*bym|uprzejmie proszę|bardzo proszę) ~2 (o|dać znać|potwierdzić|oddzwonić|przesłać|sprawdzić|zmienić|podać|przełożyć|wysłać|zadzwonić|zamknąć|wskazać|dopisać), czy (mogę|mogł*bym|można|może|mógł*by|mogliby|mogł*by|moglibyście|dał*by|jest możliw*) ~2, (chciał*bym|chcielibyśmy) ~3 (zmienić|przełożyć|umówić|zamówić|przesunąć|przenieść|zapytać|zapisać|odwołać|dowiedzieć|potwierdzić|odebrać|prosić), chcę (zmienić|przełożyć|umówić|przenieść|przesunąć|odebrać), (dajcie|daj) znać, oddzwońcie, (proszę|prosiłbym|prosiłabym) o`,
  ),
  thanks: list(`dziękuj*, dzięki, dzieki, wdzięczn*, podziękowa*, pozdrawiam i dziękuję`),
  annoyed: list(
    `skąd (ja)? (mam|mamy|miał*bym) (to)? wiedzieć, nie macie tego, czy wy tego nie macie, ile razy mam, nie widzicie tego`,
  ),
  wrong: list(
    `pomyłka, pomyłkę, pomyłki, błąd, błędu, o korektę, o poprawę, o poprawienie, coś (poszło|jest) nie tak, nie zgadza się, (składam|złożył*m|moja|trzecia|kolejna) (reklamacj*|skarg*), reklamacja, skarga`,
  ),
};
