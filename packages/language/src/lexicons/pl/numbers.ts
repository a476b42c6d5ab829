import type { LanguageLexicon } from '../../lexicon.ts';

export const groups: LanguageLexicon['groups'] = {
  staff:
    'pracowni*|konsultant*|kierowc*|kurier*|lekar*|kelner*|obsług*|pani|pan|sprzedawc*|sprzedawczyni*|kierowni*|recepcjonist*|rejestrator*|doradc*|kasjer*|ekspedient*|ochroniarz*|technik*|monter*|serwisant*|stewardes*|pielęgniar*|położn*|urzędni*|menedżer*|manager*|personel*|dyspozytor*|konduktor*|listonosz*|nauczyciel*|fryzjer*|mechanik*|dentyst*|handlow*|strażnik*|funkcjonariusz*|motornicz*|gość|facet|babka|typ',
  // the customer turned to the company
  contacted:
    'dzwonię|dzwonimy|dzwonił*m|dzwoniliśmy|zadzwonił*m|wydzwaniam|telefonuj*|telefonował*m|piszę|piszemy|pisał*m|pisaliśmy|napisał*m|zgłasza*m|zgłaszamy|zgłosił*m|zgłaszaliśmy|reklamuję|reklamował*m|proszę|prosił*m|kontaktował*m|kontaktuję|interweni*m|wysłał*m|wysyła*m|składam|składał*m|złożył*m|upomina*m|przypomina*m|ponagla*m|pytam|pytał*m|tłumacz*m|wyjaśnia*m|wyjaśniał*m|kwestionował*m|mailował*m|chodził*m|jeździł*m|skarżył*m|nagrał*m się|wgrywał*m|wypełniam|wypełniał*m|byłam u|byłem u',
  message:
    'mail*|e-mail*|maile|telefon|telefony|telefonie|telefonów|wiadomoś*|zgłoszeni*|pismo|pisma|list|listy|ponagleni*|prośb*|rozmow*|rozmów|interwencj*|odwołani*|monit*|reklamac*|skarg*|połączeni*|nr zgłoszeni*|numer* zgłoszeni*',
  unit: 'godzin*|minut*|dni|dniach|dnia|tygodni*|miesiąc*|miesięcy|lat|dób|kwadrans*',
  dept: 'dział*|księgowoś*|technicy|techników|technik|sklep*|kurier*|magazyn*|kierowc*|oddział*|infolini*|bank*|urząd*|urzęd*|biuro|biura|central*|recepcj*|przychodni*|szpital*|serwis*|producent*|sprzedawc*|handlow*|przewoźni*|linia|linie|zus|nfz|policj*|pracodawc*|agencj*|placówk*|laborator*|rejestracj*|salon*|magazyn*|dostawc*|system*|zmiana|platform*',
  say: 'mówi*|twierdzi*|każe|każą|kaz*|odsyła*|wskazuj*|zwala*|zrzuca*|zasłania*|wini|przerzuca*|odpowiada*|utrzymuj*',
  net: 'internet*|neta|net|prąd*|zasięg*|sygnał*|dostęp*|sieć|sieci|wod*|ciepłej wody|ogrzewani*|gazu|wifi|wi-fi|światł*|telewizj*|łącznoś*|połączeni*|transmisj*|usług*',
  service:
    'aplikacj*|apk*|stron*|system|systemu|platform*|portal|serwer*|internet|net|wifi|wi-fi|router*|światłow*|sieć|terminal*|bankomat*|blik|telewizj*|łącz*|bramk*|płatnoś*|logowani*|witryn*|eportal|dekoder*|konto|serwis www|wyszukiwark*|rezerwacj* online',
  thing:
    'pralk*|lodówk*|zmywark*|czajnik*|telewizor*|laptop*|telefon|smartfon*|słuchawk*|ładowark*|zamek|bateri*|akumulator*|ekran*|silnik*|buty|kurtk*|materac*|krzesł*|blender*|odkurzacz*|ekspres*|drukark*|rower*|hulajnog*|zabawk*|żarów*|pomp*|termostat*|piekarnik*|mikrofal*|suszark*|zegarek|klamr*|sprzęt*|produkt*|towar*|urządzeni*|okular*|szkł*|fotel*|łóżk*|szaf*|namiot*|piec|grzejnik*|drzwi|okno|okna|wózek|karton*|filtr*|kabel|pilot|tablet|monitor|klawiatur*|bluz*|sukien*|spodni*',
  food: 'jedzeni*|zup*|pizz*|kotlet*|mięs*|kurczak*|ryb*|makaron*|frytk*|kaw*|obiad*|burger*|stek|pierog*|sushi|danie|dania|chleb*|bułk*|owoc*|warzyw*',
  paper:
    'reklamie|ulotce|folderze|katalogu|opisie|ofercie|plakacie|ogłoszeniu|zdjęciach|prospekcie|banerze|spocie|zwiastunie|broszurze',
  parcel:
    'paczk*|przesyłk*|walizk*|bagaż*|zamówieni*|list polecony|rower|wózek|pakunk*|towar*|karton*|dokument*|rzeczy|meble|nart*|książk*',
  booked:
    'wizyt*|lot|lotu|loty|rejs*|termin*|zamówieni*|koncert*|rezerwacj*|pociąg*|kurs|kursy|zabieg*|operacj*|spotkani*|zajęcia|zajęć|pokój|nocleg*|stolik*|rehabilitacj*|spektakl*|dostaw*|przejazd*|okienk*|badani*|przesiadk*|połączeni*|bilet*',
  price: 'cena|ceny|cenę|cen|ceną|cenie|cenach|cenami|cennik*',
  weekday: 'poniedzia*|wtorek|wtorku|środ*|czwart(ek|ku|ki)|piąt(ek|ku|ki)|sobot*|niedziel*',
};

export const numbers: LanguageLexicon['numbers'] = {
  cardinals: [
    ['jed(en|na|no|ną|nego|nej|nym)', 1],
    ['(dwa|dwie|dwóch|dwu|dwoma|dwiema|dwoje|dwóm|dwukrotnie)', 2],
    ['(trzy|trzech|trzema|troje|trzem|trzykrotnie)', 3],
    ['(cztery|czterech|czterema|czworo|czterokrotnie)', 4],
    ['(pięć|pięciu|pięcioma|pięcioro|pięciokrotnie)', 5],
    ['(sześć|sześciu|sześcioma|sześcioro|sześciokrotnie)', 6],
    ['(siedem|siedmiu|siedmioma|siedmiokrotnie)', 7],
    ['(osiem|ośmiu|ośmioma|ośmiokrotnie)', 8],
    ['(dziewięć|dziewięciu|dziewięcioma|dziewięciokrotnie)', 9],
    ['(dziesięć|dziesięciu|dziesięcioma|dziesięciokrotnie)', 10],
    ['jedenast(u|oma)', 11],
    ['jedenaście', 11],
    ['(dwanaście|dwunastu)', 12],
    ['(trzynaście|trzynastu)', 13],
    ['(czternaście|czternastu)', 14],
    ['(piętnaście|piętnastu)', 15],
    ['(szesnaście|szesnastu)', 16],
    ['(siedemnaście|siedemnastu)', 17],
    ['(osiemnaście|osiemnastu)', 18],
    ['(dziewiętnaście|dziewiętnastu)', 19],
    ['(dwadzieścia|dwudziestu)', 20],
    ['(trzydzieści|trzydziestu)', 30],
    ['(czterdzieści|czterdziestu)', 40],
    ['pięćdziesi(ąt|ęciu)', 50],
    ['sześćdziesi(ąt|ęciu)', 60],
    ['siedemdziesi(ąt|ęciu)', 70],
    ['osiemdziesi(ąt|ęciu)', 80],
    ['dziewięćdziesi(ąt|ęciu)', 90],
    ['(sto|stu)', 100],
    ['(dwieście|dwustu)', 200],
    ['(trzysta|trzystu)', 300],
    ['(tysiąc|tysiące|tysięcy)', 1000],
  ],
  ordinals: [
    ['drug(i|a|ie|ą|iej|iego|im)', 2],
    ['trzeci(a|e|ą|ej|ego|m|emu)', 3],
    ['trzeci', 3],
    ['czwart(y|a|e|ą|ej|ego|ym|emu)', 4],
    ['piąt(y|a|e|ą|ej|ego|ym|emu)', 5],
    ['szóst(y|a|e|ą|ej|ego|ym|emu)', 6],
    ['siódm(y|a|e|ą|ej|ego|ym|emu)', 7],
    ['ósm(y|a|e|ą|ej|ego|ym|emu)', 8],
    ['dziewiąt(y|a|e|ą|ej|ego|ym|emu)', 9],
    ['dziesiąt(y|a|e|ą|ej|ego|ym|emu)', 10],
    ['jedenast(y|a|e|ą|ej|ego|ym)', 11],
    ['dwunast(y|a|e|ą|ej|ego|ym)', 12],
    ['piętnast(y|a|e|ą|ej|ego|ym)', 15],
    ['dwudziest(y|a|e|ą|ej|ego|ym)', 20],
  ],
  ordinalSuffixes: ['.', 'szy', 'gi', 'ga', 'ci', 'cia', 'ty', 'ta', 'my', 'ma'],
  joiners: ['i'],
};
