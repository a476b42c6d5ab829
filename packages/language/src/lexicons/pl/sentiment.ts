import type { SentimentLexicon } from '../../lexicon.ts';
import { list } from '../../list.ts';

export const sentiment: SentimentLexicon = {
  weights: [
    // said of one's own doing, without ill feeling: outweighs the shorter word in it
    [
      0,
      list(
        `zgubił*m (kart*|paragon*|umow*|dokument*|klucz*|hasło|bilet*), się zniszczył*, gdzie zgłosić (kradzież|zgubienie|zgubion*|uszkodzen*), przypadkow* uszkodzeni*, uszkodzonego towaru, czekam na (odpowiedź|wiadomość|kontakt|telefon|potwierdzenie), muszę (przełożyć|przesunąć|zmienić|odwołać), musiał*m (przełożyć|przesunąć|zmienić|odwołać)`,
      ),
    ],
    [
      -3,
      list(
        `fataln*, okropn*, okropieńst*, skandal*, tragedi*, tragiczn*, koszmar*, oszuś*, oszust*, oszuka*, złodziej*, złodzieje, beznadziej*, żenad*, żenując*, żenua, dramat*, masakra, masakryczn*, najgorsz*, najgorzej, obrzydliw*, ohydn*, nigdy więcej, kpina, kpiny, kpią, hańba, wstyd*, paranoja, chamstw*, chamsk*, cham, draństw*, bezczeln*, karygodn*, niedopuszczaln*, katastrof*, syf, szajs, gówno, gówn*, kurwa, kurde, cholera, chuj*, dno, porażka, nienawidz*, wściek*, odradzam, unikać, unikajcie, omijać, omijajcie, szerokim łukiem, absurd*, granda, zdzierst*, rozbój, obelżyw*, poniża*, upokarz*, nękan*, dziadostw*, badziew*, tandet*, szmelc, bubel, patologi*, paskudn*, wstrętn*, zgroz*, jak za komuny, w biały dzień`,
      ),
    ],
    [
      -2,
      list(
        `zły, zła, złe, złego, złych, złej, źle, gorzej, gorsz*, słab*, kiepsk*, marn*, lich*, zepsu*, popsu*, brudn*, brud, smród, śmierdz*, niemił*, niegrzeczn*, nieuprzejm*, opryskliw*, arogan*, irytuj*, wkurz*, wkurw*, denerw*, zdenerw*, rozczarow*, zawiedz*, zawied*, zawiód*, niestety, kłam*, okłam*, nakłam*, oszukuj*, problem*, kłopot*, błąd*, błęd*, spóźn*, opóźn*, drogo, drogi, droga jak, drogie, drożyzn*, nieprzyjemn*, niebezpieczn*, szkoda (czasu|pieniędzy|słów|nerwów), żałuj*, brak, brakuj*, nie działa*, nie polecam, nie warto, odmów*, odmawia*, uszkodz*, awari*, porażk*, nieprofesjonaln*, niekompeten*, bałagan*, chaos*, lekceważ*, olewa*, ignoruj*, ignorow*, zbywa*, bezradn*, bez sensu, idiot*, głup*, debil*, durn*, bzdur*, śmiech*, śmieszn*, zgubi*, zaginę*, znikn*, zniszcz*, rozbit*, potłucz*, stłucz*, pęknięt*, cuchn*, zimn* (jedzenie|zupa|kawa), niesmaczn*, ohyd*, niejadaln*, nieśwież*, surow*, zatruci*, zatrut*, mam dość, mam dosyć, dość tego, dosyć, nie do (przyjęcia|wytrzymania|pomyślenia|zaakceptowania|zniesienia), ile można, ileż można, nie życzę sobie, niepoważn*, bez (przesady|komentarza), farsa, cyrk, komedia, szopka, męcz*, męka, udręk*, wymęcz*, strach, boję się, krzycz*, nakrzycz*, wrzeszcz*, wyzywa*, zwyzyw*, obraż*, obrazi*, wyśmi*, nieuczciw*, naciąga*, naciągn*, wyłudz*, okrad*, ukrad*, kradzież*, wyciek*, włam*, zhakow*, podejrzan*, nieprawd*, wprowadz* ~2 w błąd, nie ufam, stracił*m zaufanie, zaufani* ~2 stracił*, przepłac*, bezużyteczn*, nieużyteczn*, do niczego, do bani, do kitu, do dupy, do luftu, nie do użycia, nieczyteln*, wadliw*, niesprawn*, niedotrzym*, nie dotrzym*, nikt nie, szlag, zasłania*, błagam, litości, oburz*, zbulwersow*, zniesmacz*, niezadowol*, skarg*, przesta(ń|ńcie), nudn*, nieznośn*, upierdliw*, wyrzucon* pieniądz*, wyrzucon* w błoto, strata (czasu|pieniędzy|nerwów), głuch* cisza, milczy, milcz*, ile razy, ileż, ile jeszcze, (żywy|żywego) człowiek*, gdzie (jest|są)? (moj*|mój), skąd (ta|te|się wzi*|niby|na rachunku), po co ~1 (mi|komu|wam), gdzie tu sens, jakim prawem, kto (wam|to) ~1 (pozwolił|wymyślił), jak (tak|można|śmiecie) ~1 (można|traktować), serio $, żart*, no błagam, ręce opadają, brak słów, słów brak, szczyt wszystkiego, szczyt bezczeln*, przechodzi ludzkie pojęcie, nie do wiary, niewiarygodn*, dziękuję za taki*, dzięki za nic, gratuluję (organizac*|obsług*|pomys*), no pięknie, no brawo, prowizork*, fuszerk*, partactw*, nędz*, przegięci*, przesad*, rozbój, zmarnowa*, stracon*, utrapieni*, wymiot*, nerw*, stres*, płacz*, płaka*, wyprowadz* z równowagi, szok, zszokow*, rozwścieczon*, zły jestem, jestem zł(y|a), mam żal, żal, zażenow*, bubel*, gdzie szacunek, (bez|zero) szacunku, zaniedba*, niedbal*, niechluj*, złodziejsk*, nieakceptowal*, odradz*, bezosobow*, (czas*|lata) (świetności)? ~1 ma* (już)? za sobą, nie respektuj*, nie szanuj*, (wymaga|domaga się|prosi się o|do) ~1 (remontu|odświeżenia), wszystko słychać, negatywn*, szwank*, zeschł*, zeschn*, nieogarni*, nieład*, bezmyśln*, bezczynn*, naciągani*, zgrzyt*, rozpacz*, makabr*, zastrzeżeni*, zarzut*, pretensj*, nieporozumieni*, nieudan*, nieudoln*, porzucon*, zepsuł* (mi)? (humor|dzień|urlop), zmarnował*, ubliż*, odrzuc*, niedział*, zawod*, przegr*, poszkodow*, nieodpowiedzialn*, niedbał*, krzywd*, szkod(y|ę|liw*), fałsz*, podrób*, bezprawn*, niezgodn*, nieprawidłow*, niewłaściw*, niedopatrzeni*, zgub*, zniecierpliw*, zaskoczon* negatywnie, kiepściut*, tragizm`,
      ),
    ],
    [
      -1,
      list(
        `pomyłk*, czeka*, czekać, nie da się, nie można, nie mogę, nie umiem, nikt, nikogo, dziwn*, trudno, trudn*, długo, dłużej, niejasn*, wolno, powoln*, stary, stare, stara, hałas*, głośn*, ciasn*, mał(y|a|e|o), niewygodn*, skomplikow*, uciążliw*, męcząc*, wciąż nie, nadal nie, dalej nie, do dziś nie, niedoróbk*, niepotrzebn*, znowu, znów, szkoda, przykro, przykr*, wątpliw*, niezrozumia*, nie rozumiem, nie wiem, cisza, zamknięt*, niski* jakoś*, mdł(y|a|e), zaniedban*, podniszcz*, uwag(i|a) krytyczn*, no cóż, kara, awantur*, musiał*m, muszę, żaden, żadnej, żadnego, wątpię, wątpliw*, obawiam, daleko do, ledwo, byle, nie powin*, traci, słych*, uwaga, zbyt(o|a), dopiero, bez wyjaśni*, nie przyszed*, nie przyszł*, nie dotar*, dziur*, brudn*, nie ma (jak|kogo|komu)`,
      ),
    ],
    [
      1,
      list(
        `ok, okej, oki, w porządku, spoko, miły, miła, miło, miłe, mili, rzeczow*, czysto, czyściut*, czyste, sprawnie, sprawn(y|a|e), szybko, szybk(i|a|ie|ą), dziękuj*, dzięki, dzieki, podziękowa*, pomocn*, pomóg*, pomogl*, wygodn*, tani, tanio, tania, łatw*, prost(y|a|e), proste, banalnie prost*, punktualn*, na czas, przed czasem, cierpliw*, śwież*, spokojn*, sensown*, przydatn*, fajn*, ciekaw*, dostępn*, uczciw*, bez zarzutu, bez problem*, bez uwag, elegancko, zgodn* z (opisem|umową|obietnic*), cał(a|e) i zdrow*, wdzięczn*, gorące, lubię, od ręki, po sprawie, doceniam, cenię, gładko, solidn*, terminow*, porządn*, schludn*, zadban*, nowoczesn*, przestronn*, przestrzen*, elegan*, blisko, dogodn*, na plus, plusem, duży wybór, klimatyczn*, umil*, spok(ój|ojem), wypocz*, odpocz*, komfort*, duż(y|e) wybór, przystępn*, rozsądn*, gościnn*, troskliw*, wyjaśni* wszystko, życzliwie, kompeten*, rzeteln*, nie można narzekać, bezproblemow*, intuicyjn*, pochwał*, błyskawiczn*, ekspresow*, w sam raz, smacz(nie|ne), gorąc(a|y) kaw*, czyściut*`,
      ),
    ],
    [
      2,
      list(
        `dobr(y|a|e|ego|ej|ych|ymi|ą) (obsług*|jakoś*|jedzeni*|cen*|hotel*|lokalizac*|sklep*|kontakt*|firm*|pomysł*|robot*|lekarz*|usług*), dobry, dobra, dobre, dobrze, dobrych lat, polecam, poleca*, zadowol*, świetn*, super, smaczn*, pyszn*, profesjonaln*, uprzejm*, przyjemn*, ładn*, pięk*, cudown*, serdeczn*, życzliw*, sympatyczn*, przemił*, przemiły, uroczy, urocz*, bomba, ekstra, klasa, brawo, chwal*, pochwa*, godn* polecenia, warte każd*, warto, uwielbiam*, kocham, uśmiech*, nie mam (uwag|zastrzeżeń|na co narzekać|pretensji), pozytywn*, zachwyc*, najmilsz*, milszy, milsz*, nie mógł* być (milsz*|lepsz*), nie mogł* być (milsz*|lepsz*), żadnych (opóźnień|problemów|zastrzeżeń|uwag|kłopotów), (ani jednej|bez) (awari*|wpadki|usterki|problem*), jak w zegarku, bez (ukrytych|niespodzianek|nachaln*|kolejk*|czekania), od razu (do człowieka|odebra*|pomog*), nie zasyp*, wcale nie drog*, banalnie prost*, wzorow*, wzorcow*, bez zastrzeżeń, wart* (swojej|każdej) ceny, wart* każdej złotówki, pierwsza klasa, daje radę, ratun*, uratow*, należy się podwyżka, czego chcieć więcej, złot(a|y) (kobieta|człowiek), nie drogo, święty spokój, zero problem*, zero kolejk*, w sam raz, mocno polecam, gratul*, duży plus, ogromny plus, wielki plus, cudn*, przepiękn*, (dał*|dali|daje) rade*, daje rade, nie można narzekać, zaskoczon* pozytywnie, miło zaskocz*, niezapomnian*, godn* uwagi, jestem pod wrażeniem, pod wrażeniem, szczęśliw*, radość, ulg(a|ą), urzek*, cenię sobie, strzał w dziesiątkę, na (piątkę|medal|szóstkę|wysokim poziomie), wysoki poziom, przesympatycz*, przepyszn*, chętnie (wrócę|wrócimy|wracam*), na pewno (wrócę|wrócimy), wrócimy, wracamy (tu|tam|z przyjem*)`,
      ),
    ],
    [
      3,
      list(
        `doskonał*, rewelacyjn*, rewelacj*, wspaniał*, najleps*, najlepiej, idealn*, znakomit*, fantastyczn*, genialn*, wyśmienit*, perfekcyjn*, mistrzostwo, mega zadowol*, mega, petarda, sztos, wybitn*, cudo, bajka, bajeczn*, zachwycon*, z czystym sumieniem, gorąco polecam, niesamowit*, nieocenion*, przepyszn*, ogromne podziękowani*, pełn* profesjonaliz*, przeszczęśliw*, najwyższ* (ocen*|not*|poziom*), kapitaln*, bezcenn*, rewela, mistrz, mistrzow*, arcydziel*, pierwszorzędn*, niezrównan*, wymarzon*, raj`,
      ),
    ],
  ],
  negators: list(
    `nie, nigdy, bez, żaden, żadn*, ani, wcale, zero, niezbyt, nie mógł* być, nie mogl* być`,
  ),
  absence: list(
    `bez, żadn*, zero, ani jedn*, ani razu, nie było, nie ma, nigdy nie, nigdy nie miał*m, nie, brak, obeszło się bez, zamiast się, naczytał*m się o, bał*m się, spodziewał*m się, myślał*m`,
  ),
  intensifiers: list(
    `bardzo, naprawdę, strasznie, totalnie, całkowicie, zbyt, za, tak, kompletnie, absolutnie, zupełnie, wyjątkowo, niesamowicie, cholernie, mega, ogromnie, skrajnie, po prostu, wręcz, jeszcze, niezwykle, mocno, przeraźliwie, taki, taka, takie, czysta, czysty`,
  ),
  softeners: list(
    `trochę, nieco, odrobinę, lekko, raczej, dość, ciut, trochę za, w miarę, ogólnie, delikatnie, minimalnie, poza tym, mały, drobn*`,
  ),
  contrast: list(
    `ale, jednak, lecz, niestety, tylko że, natomiast, tylko szkoda, jedynie, aczkolwiek, a jednak, mimo to`,
  ),
};
