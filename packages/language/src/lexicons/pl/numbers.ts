import type { LanguageLexicon } from '../../lexicon.ts';

export const groups: LanguageLexicon['groups'] = {
  staff:
    'pracowni*|konsultant*|kierowc*|kurier*|lekarz*|lekark*|kelner*|obslug*|pani|pan|sprzedawc*|kierowni*|recepcjonist*',
  company: 'firma|bank|sklep|@staff|wy',
};

export const numbers: LanguageLexicon['numbers'] = {
  cardinals: [
    ['(jeden|jedn(a|ą|ego|ej))', 1],
    ['(dwa|dwie|dwoch|dwóch)', 2],
    ['(trzy|trzech)', 3],
    ['(cztery|czterech)', 4],
    ['(pięć|pięciu)', 5],
    ['(sześć|sześciu)', 6],
    ['(siedem|siedmiu)', 7],
    ['(osiem|ośmiu)', 8],
    ['dziewięć', 9],
    ['(dziesięć|dziesięciu)', 10],
    ['jedenaście', 11],
    ['dwanaście', 12],
    ['piętnaście', 15],
    ['(dwadzieścia|dwudziestu)', 20],
    ['(trzydzieści|trzydziestu)', 30],
    ['(czterdzieści|czterdziestu)', 40],
    ['pięćdziesiąt', 50],
    ['sto', 100],
  ],
  ordinals: [
    ['drug*', 2],
    ['trzec*', 3],
    ['czwart*', 4],
    ['piąt(y|a|e|ą|ej|ego)', 5],
    ['szóst*', 6],
    ['siódm*', 7],
    ['ósm*', 8],
    ['dziewiąt*', 9],
    ['dziesiąt*', 10],
  ],
  ordinalSuffixes: ['.', '-szy', '-ci', '-ty', '-raz'],
  joiners: ['i'],
};
