import { list } from '../../list.ts';
import type { EscalationWords } from './escalation-words.ts';

export const polish: EscalationWords = {
  groups: {
    boss: 'kierowni*|przełożon*|szef|szefa|szefem|szefowi|szefowa|szefową|szefowej|szefostw*|dyrekto*|dyrekcj*|menadżer*|menedżer*|manager*|menager*|prezes*|zarząd|zarządu|zarządem|zarządowi|central|centrala|centralą|centrali|centralę|właściciel*|zwierzchnik*|brygadzist*|koordynator*|supervisor*|superwizor*|ceo|właściciel',
    higher:
      'kimś kto (może|ma|decyduje|podejmie|podejmuje|jest w stanie|rozwiąże)|kogoś kto (może|ma|decyduje|podejmie)|kimś (wyżej|wyższym|z góry|decyzyjnym|ważniejszym|kto decyduje|kompetentnym z kierownictwa|z kierownictwa|z zarządu|z centrali|z dyrekcji)|kogoś (wyżej|wyższego|decyzyjnego|ważniejszego|kto decyduje|z kierownictwa|z zarządu|z centrali|z góry|z dyrekcji)|osobą (decyzyjną|wyżej|zarządzającą|która decyduje)|osoby (decyzyjnej|wyżej|zarządzającej)|kierownictw*|wyższej instancji|wyższego szczebla',
    your: '(pani|pana|państwa|waszym|waszego|waszej|waszą|wasz|swoim|swojego|swojemu|swoją|twoim|twojego|twój|twoja|jakimś|jakiegoś|jego|jej|samym|samego|samej|głównym|głównego|bezpośrednim|bezpośredniego)',
  },
  asked: list(`
    (rozmawiać|porozmawiać|rozmowy|rozmowę|rozmowa|pogadać|pomówić|mówić|gadać|spotkać się|spotkania|skontaktować się|kontakt|kontaktu|połączyć się|połączyć|połącz|połączenie|połączenia|połączcie|skontaktujcie mnie|kontaktować się) (mnie)? (się)? (bezpośrednio)? (z|ze) @your? @your? (@boss|@higher)
    (proszę|prosiłam|prosiłem|poprosiłam|poprosiłem|poproszę|prosić|żądam|domagam się|żądałam|żądałem|chcę|chciałabym|chciałbym|wołać|zawołać|zawołajcie|wezwać|dawajcie|dajcie|dać|daj|daj mi|dajcie mi|proszę dać mi) (mi)? (tu)? (o)? (do telefonu)? @your? (@boss|@higher)
    (chcę|chciałam|chciałem|chciałabym|chciałbym|muszę|żądam|proszę|prosiłam|prosiłem|domagam się) ~4 (z|do|od) @your? @your? (@boss|@higher)
    (przekazać|przekażcie|przekazanie|przekazania|przekierować|przekierowanie|eskalować|eskalację|eskalacji|eskalacja|skierować|zgłosić|zgłoszę|zgłaszam|wysłać|wysyłam|wyślę|piszę|pisać|napiszę|napisałam|napisałem|napisać|poskarżyć się|poskarżę się|skarżę się|skarga|skargę|skargi|idę|pójdę|udam się|zwrócę się|zwracam się|odwołam się|odwołuję się|przełączyć|przełączcie|przełączenie|list|pismo|maila|mail|dotrze|trafi|kopia|kopię) ~4 (do|dla|na) @your? @your? (@boss|@higher)
    (eskalować|eskalację|eskaluję|eskalacji|eskalujcie) (tę|tej|tego|tą|to|sprawę|sprawy|zgłoszenie|zgłoszenia|dalej|wyżej)
    (skargę|skarga|zażalenie|list|pismo) (bezpośrednio)? do (@boss)
    kto jest @your? (@boss), kto (tu|tutaj|tam|u was) (rządzi|decyduje|dowodzi|jest szefem), kto jest (tu|tutaj|u was) (@boss), komu (pani|pan|państwo) podlega*, (przed kim|komu) (pani|pan) (odpowiada|raportuje), kto jest nad (panią|panem|wami|tobą), kto za to odpowiada
    gdzie jest @your? (@boss), (nazwisko|imię i nazwisko|numer|telefon|mail|e-mail|adres|adres mailowy|dane|dane kontaktowe|namiar|namiary|kontakt) (do|na)? @your? @your? (@boss|@higher)
    niech (zadzwoni|oddzwoni|skontaktuje się|odpisze|odpowie|przyjdzie|się odezwie|wyjaśni) ~3 (@boss|ktoś wyżej|ktoś z kierownictwa|ktoś z zarządu|ktoś z góry), niech (@boss) ~2 (zadzwoni|oddzwoni|skontaktuje|odpisze|odpowie|przyjdzie|odezwie|wyjaśni)
    (oczekuję|czekam na|oczekuje) ~2 (telefonu|kontaktu|odpowiedzi|odpowiedź|telefon|kontakt|stanowiska|przeprosin) ~1 (@boss|@higher), (oczekuję|czekam na|oczekuje|żądam) ~2 (telefonu|kontaktu|odpowiedzi|odpowiedź|telefon|kontakt|stanowiska|przeprosin|wyjaśnień) od @your? (@boss|@higher)
    ^ (szanowny|szanowna|szanowni) (panie|pani|państwo) (@boss), ^ do (kierownictwa|zarządu|dyrekcji|prezesa|dyrektora|kierownika|centrali|szefa|właściciela), ^ drogi zarządzie, szanowny zarządzie, do wiadomości (@boss)
    (panie|pani) (kierowniku|kierowniczko|dyrektorze|prezesie|menadżerze|menedżerze), (@boss) do telefonu, (@boss) (powinien|powinna|powinno|musi) ~1 (wiedzieć|zobaczyć|przeczytać|zadzwonić)
  `),
  unless: list(`
    (nie chcę|nie chciałam|nie chciałem|nie potrzebuję|nie muszę|nie musiałam|nie musiałem|nie trzeba|nie ma potrzeby|nie będę|bez potrzeby|nie zamierzam|nie prosiłam|nie prosiłem) ~6 (@boss|@higher|eskalować|eskalacji)
    (dziękuję|dziękujemy|podziękowania|pochwała|pochwałę|pochwalić|podziękować|wyrazy uznania|gratuluję|gratulacje|brawa|brawo) ~6 (@boss)
    jestem (@boss), (pracuję|pracowałam|pracowałem|jako) ~1 (@boss), mój (@boss), moja (@boss), mojego (@boss), moim (@boss), mojej (@boss), mojemu (@boss), moją (@boss), właściciel* (mieszkania|domu|samochodu|auta|konta|lokalu|karty|psa|telefonu|pojazdu), centralne*
  `),
};
