import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const forms: LanguageLexicon['forms'] = {
  question: list(`^ (jak|gdzie|kiedy|ile|kto|który|jaki*|czy) ~1`),
  request: list(
    `proszę o (kontakt|telefon|przesłanie|informacj*), proszę dać znać, proszę (potwierdzić|oddzwonić|przesłać|sprawdzić), czy (mog*|może*) ~2, chciał*bym, chcę (zmienić|przełożyć)`,
  ),
  thanks: list(`dziękuj*, dzięki, wdzięczn*`),
  annoyed: list(`skąd mam wiedzieć, skąd mam to wiedzieć, nie macie tego`),
  wrong: list(`pomyłka, pomyłkę, błąd, proszę o korektę, coś poszło nie tak, reklamacj*, skarg*`),
};
