import type { CompetitorWords } from './competitor-words.ts';

export const polish: CompetitorWords = {
  before:
    'przechodzę do|przechodzimy do|przejdę do|przejdziemy do|przeszłam do|przeszedłem do|przeszliśmy do|przejście do|przenoszę się do|przenosimy się do|przeniosę się do|przeniosłam się do|przeniosłem się do|przenieść się do|przejść do|przenoszę numer do|przeniosę numer do|przenieść numer do|zmieniam na|zmienię na|zmieniam operatora na|zmieniam bank na|zmienić operatora na|zmieniam dostawcę na|uciekam do|uciekłam do|uciekłem do|podpisałam umowę z|podpisałem umowę z|podpisuję umowę z|konkurencja w postaci|konkurencji, czyli|u konkurencji w|konkurencyjnego|konkurencyjnej|konkurencyjny|konkurencyjna|lepiej w|taniej w|ofertę z|oferta z|oferty z|oferta od|ofertę od|odchodzę do|odejdę do|odszedłem do|odeszłam do|idę do|pójdę do|wracam do|wrócę do|zamówię w|zamówię z|zamawiam w|kupię w|kupuję w|kupiłam w|kupiłem w|porównaniu z|porównaniu do|w przeciwieństwie do|skorzystam z usług|korzystam z usług|wybieram|wybiorę|wybrałam|wybrałem',
  mayBePlace:
    'przeniosłam się do|przeniosłem się do|przenieść się do|idę do|pójdę do|wracam do|wrócę do|przenoszę się do|przeniosę się do|przenosimy się do|zamówię w|zamówię z|zamawiam w|kupię w|kupuję w|kupiłam w|kupiłem w|lepiej w|taniej w|wybieram|wybiorę|wybrałam|wybrałem|oferta z|oferty z|ofertę z|odejdę do|odchodzę do|uciekam do|porównaniu z|porównaniu do|w przeciwieństwie do|zmieniam na|zmienię na|przejść do|przechodzę do|konkurencyjny|konkurencyjna',
  context:
    'zamiast|konkurenc*|operator*|dostawc*|rezygnuj*|umow*|wypowiad*|wypowiem|taniej|tańsz*|lepsz*|następnym razem|od teraz|nigdy więcej|więcej nie|zamiast was|mam dość|mam dosyć|połowę ceny|bank|banku|abonament*|nie wrócę|żegnam|kończę|obsług*|u was|bez żalu|odchodzę|was zostawiam|przechodzę|przejdę',
  after:
    'oferuje|oferują|ma taniej|ma lepsz*|mają lepsz*|jest tańsz*|jest lepsz*|dostarcza|dowozi|nie robi|sprzedaje|robi to|działa lepiej|ma to samo|ma tańsz*|zwraca|odpowiada od razu|proponuje|kosztuje mniej|bierze mniej',
  between:
    'sieci|firmy|firma|banku|sklepu|operatora|konkurencji|ten|do|usług|linii|kuriera|konkurencyjnego|konkurencyjnej',
  notNames:
    'ja|pan|pani|państwo|państwa|pana|panią|wy|was|wam|wasz|wasza|wasze|to|ten|ta|te|nikt|kto|co|jak|ale|i|a|w|na|nie|tak|poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela|kierownik*|sąd|sądu|uokik|rzecznik*|policj*|facebook*|google|internet*|sklep|firma|obsługa|każdy|inny|konkurencja|bank|kurier|dzień|proszę|dyrekcji|centrali|prezesa|zarządu|warszaw*|krakow*|polsk*|niemiec|niemczech|angielski|hotel|urząd|urzędu|paypal|rzecznika|inspekcji|recepcj*|biur*|lekarz*|szpital*|wasi|nasz|nasza|mój|moja|jeśli|gdy|teraz|potem|dlatego|panie|chat*|messenger*|kancelari*',
};
