import type { ReferenceWords } from './reference-words.ts';

export const polish: ReferenceWords = {
  things: {
    order: 'zamówieni*|zamówień|zam.|zlecen*',
    invoice: 'faktur*|rachunek za|fv|f-ra|paragon*|proform*|rachunek|rachunku',
    case: 'zgłoszeni*|zgłoszeń|spraw|sprawa|sprawy|sprawie|sprawę|reklamacj*|ticket*|skarg*|szkod*|zapytani*',
    booking: 'rezerwacj*|pnr|potwierdzeni*|bilet*|booking*',
    account:
      'kont|konto|konta|koncie|kontem|umow*|umów|klient*|abonent*|polis*|iban|członkowsk*|ewidencyjn*|płatnik*|rachunku bankowego|rachunek bankowy',
    parcel:
      'paczk*|paczek|przesył*|listu przewozowego|list przewozowy|tracking*|śledzeni*|nadani*|list polecony|listu poleconego|przesyłek',
  },
  loose:
    'klient*|abonent*|potwierdzeni*|bilet*|rachunek|rachunku|kont|konto|konta|koncie|kontem|płatnik*|spraw|skarg*|szkod*',
  markers: 'numer|numeru|numerze|numerem|numery|nr|nr.|nry|num.|kod|id|sygn.|sygnatura|#',
  references: 'referencyjn*|ref|ref.|znak sprawy|nr ref.',
  links:
    'to|o|jest|był|brzmi|z|za|pod|mój|moje|moja|mojego|mojej|w|dla|na|dot|dot.|dotyczy|zwrotu|ma',
  others:
    'telefon*|tel|tel.|kom.|komórk*|pokój|pokoju|mieszkani*|dom|domu|lok.|piętro|peron*|gate|miejsce|linia|linii|autobus*|tramwaj*|strona|ul.|ulica|karty|karta|pesel|nip|regon|buta|rozmiar|whatsapp|faks|kod pocztowy|lotu|rejestracyjn*|pin|sms|stolik*|krok|pytanie|wersja|infolini*',
  quantity: '',
  and: 'i|oraz|lub|albo|a także',
};
