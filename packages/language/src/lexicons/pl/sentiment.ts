import type { SentimentLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const sentiment: SentimentLexicon = {
  weights: [
    [
      -3,
      list(
        `fataln*, okropn*, skandal*, tragedia, tragiczn*, koszmar*, oszuś*, oszust*, złodziej*, beznadziej*, żenad*, dramat, masakra, najgorsz*, obrzydliw*, nigdy więcej`,
      ),
    ],
    [
      -2,
      list(
        `zł(y|a|e|ego|ych), źle, słab*, zepsut*, brudn*, niemił*, niegrzeczn*, irytując*, wkurz*, denerw*, rozczarow*, niestety, kłam*, problem*, błąd*, błęd*, spóźn*, opóźn*, drogo, drogi*, nieprzyjemn*, niebezpieczn*, szkoda, brak, nie działa*, nie polecam, odmów*, uszkodz*`,
      ),
    ],
    [-1, list(`pomyłk*, czeka*, nie da się, nikt, dziwn*, trudno, długo, niejasn*`)],
    [
      1,
      list(
        `ok, okej, w porządku, miły, miła, miło, rzeczow*, czysto, sprawnie, szybk*, dziękuj*, dzięki, pomocn*, wygodn*, tani*`,
      ),
    ],
    [
      2,
      list(
        `dobr*, dobrze, polecam, zadowol*, świetn*, super, smaczn*, profesjonaln*, uprzejm*, przyjemn*, ładn*`,
      ),
    ],
    [
      3,
      list(
        `doskonał*, rewelacyjn*, wspaniał*, najleps*, idealn*, znakomit*, fantastyczn*, genialn*`,
      ),
    ],
  ],
  negators: list(`nie, nigdy, bez, żaden*, żadn*, ani, wcale`),
  absence: list(`bez, żadn*, brak, zero, ani jedn*, nie było, nigdy nie`),
  intensifiers: list(`bardzo, naprawdę, strasznie, totalnie, całkowicie, zbyt, za, tak`),
  softeners: list(`trochę, nieco, odrobinę, lekko, raczej, dość`),
  contrast: list(`ale, jednak, lecz, niestety, tylko że, natomiast`),
};
