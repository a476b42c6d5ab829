import type { LanguageLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const churn: LanguageLexicon['churn'] = {
  stated: list(
    `rezygnuję, zrezygnował*, wypowiadam umowę, wypowiedział* umowę, (zamknął*m|zamykam|zamknę) konto, przesz* do konkurencji, przeniosł*m (się|numer), anulował*m subskrypcj*, odchodzę, usunął*m (aplikacj*|konto)`,
  ),
  risk: list(
    `rozgląda* ~3, (myślę|zastanawiam się) ~4 (rezygn*|zmian*|odej*), anulował* jeszcze nie, chyba (zmienię|odejdę|zrezygnuję), poszuk* ~2 (innego|innej|gdzie indziej), jeszcze raz ~4 (odchodzę|rezygnuję)`,
  ),
  unless: list(`jak zrezygnować`),
};

export const exposure: LanguageLexicon['exposure'] = {
  public: list(
    `nagranie z ~3 telewizj*, krąży w sieci, (opublikował*m|wrzucił*m|opisał*m) ~3 (na|w) (facebook*|internecie|sieci|twitter*), viral*`,
  ),
  threatened: list(
    `pójdę z tym (gdzie indziej|do), prawnik*, adwokat*, rzecznik*, uokik, do sądu, pozw*, (do|w) (prasy|telewizji|mediów), uodo`,
  ),
  unless: list(`trzeba było do tego telewizji`),
};

export const recovery: LanguageLexicon['recovery'] = {
  solved: list(
    `zwrot (już)? (wpłynął|dotarł|przyszedł), (znowu|znów|już) działa, (problem|sprawa) ~2 (rozwiązan*|załatwion*), pieniądze (wróciły|wpłynęły)`,
  ),
  renewed: list(`(przedłuż*|odnawia*|odnowi*) ~2 umow*, zostaję z wami`),
  unless: list(`nie (działa|przedłuż*|odnowi*)`),
};
