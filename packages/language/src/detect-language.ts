const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Greek}/gu, 'el'],
];

const STOP_WORDS: Readonly<Record<string, string>> = {
  en: 'the and is was to of my i you your it for not with have this that they are we on be but no at an me from so very good service me would what how please thanks had has never been were our us after before when which who only by out up about there their than then still again got because could every single',
  pl: 'i nie w na z do to jest się że jak za ale mi nas od mam był była było już tak po czy tylko są przez pan pani państwa dzień dobry proszę dziękuję bardzo co mnie dla ze może tego sie juz sa prosze dziekuje dzieki moze dzien panstwa nikt nic przy bez tej ten tych wy wam was jeszcze gdzie kiedy ktos ktoś mój moja moje moj raz razy teraz od lub oraz tu tam ani jeden jedna jednego sklep kurier paczka zwrot znowu dalej nadal kasy wszystko dlaczego polecam czysto dobrze miło milo super szybko',
  de: 'und der die das ist nicht ich ein eine zu mit auf für von den wir sie aber war auch haben seit wird mir noch bei nur wie immer kein',
  es: 'el la los las que de y no un una por con para me mi es se lo pero muy más su en del está como ya al gracias',
  fr: 'le la les de et un une est pas je vous pour que des du en mon ma ce qui il sur ne mais nous avec très au plus',
  it: 'il la di e non che un una per sono con mi ho del è ma più da della lo gli anche questo molto si ci',
  pt: 'o a de e que não um uma para com me por os as do da em mas meu minha muito foi está no na você são',
  nl: 'de het een en is niet ik van te dat op met voor zijn maar wij er heb geen naar bij aan ook wel nog was mijn',
  tr: 've bir bu için çok ben ne değil ama da de var yok bana daha gibi kadar sonra hala olarak size bile mi',
  id: 'dan yang di tidak saya ini itu ke dari untuk dengan sudah ada bisa tapi sangat juga karena lagi belum kami aku nya',
};

const DIACRITICS: readonly (readonly [RegExp, string, number])[] = [
  [/[ąćęłńśźż]/giu, 'pl', 2],
  // pairs of letters that only Polish writes: people type it without its marks
  [/prz|trz|krz|cz|szcz|sz(?!e)|dz|ych(?!\p{L})/giu, 'pl', 1],
  [/[ğış]/giu, 'tr', 1],
  [/[ãõ]/giu, 'pt', 2],
  [/[ñ¿¡]/giu, 'es', 2],
  [/[ß]/giu, 'de', 2],
];

const stopWords = new Map(
  Object.entries(STOP_WORDS).map(([language, words]) => [language, new Set(words.split(' '))]),
);

function count(text: string, expression: RegExp): number {
  return text.match(expression)?.length ?? 0;
}

function latin(text: string): string | null {
  const scores = new Map<string, number>();
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    for (const [language, words] of stopWords) {
      if (words.has(word)) scores.set(language, (scores.get(language) ?? 0) + 1);
    }
  }
  for (const [expression, language, weight] of DIACRITICS) {
    const hits = count(text, expression);
    if (hits > 0) scores.set(language, (scores.get(language) ?? 0) + hits * weight);
  }
  const best = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = best;
  if (first === undefined) return null;
  return second !== undefined && second[1] === first[1] ? null : first[0];
}

/**
 * ISO 639-1 code of the language, `und` where it cannot be told. Script first, then common words and letters.
 * The hint decides only where the text does not, and only among languages of the script that is there.
 */
export function detectLanguage(text: string, hint?: string): string {
  const sample = text.slice(0, 4000);
  const hinted = hint === undefined ? undefined : hint.toLowerCase().split(/[-_]/u)[0];
  let script = '';
  let most = count(sample, /\p{Script=Latin}/gu) * 0.5;
  for (const [expression, language] of SCRIPTS) {
    const hits = count(sample, expression);
    if (hits > most) {
      most = hits;
      script = language;
    }
  }
  if (script === 'ru') return count(sample, /[іїєґ]/giu) > count(sample, /[ыэъё]/giu) ? 'uk' : 'ru';
  if (script === 'zh' && count(sample, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0)
    return 'ja';
  if (script === 'ar' && count(sample, /[پچژگ]/gu) > 1)
    return count(sample, /[ٹڈےں]/gu) > 0 ? 'ur' : 'fa';
  if (script !== '') return script;
  if (count(sample, /\p{L}/gu) === 0) return 'und';
  const told = latin(sample);
  if (told !== null) return told;
  // a few plain Latin words: the hint if it names a Latin-script language we can tell, else English where nothing speaks against it
  if (hinted !== undefined && stopWords.has(hinted)) return hinted;
  return /^[\x20-\x7e\s\p{P}\p{S}\p{M}]+$/u.test(sample) && /[a-z]{3}/iu.test(sample)
    ? 'en'
    : 'und';
}
