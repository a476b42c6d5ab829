/** Small words that most sentences of a language hold and those of others do not, or hardly. */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and was were is are have has had with this that they their you your my not been from would could when what which who because after still them there than about it of to for but i we',
  pl: 'jest nie się że i w z na do to był była było są oraz ale już mam mnie mi przez który która ich jak tylko jeszcze bardzo dla od po czy ich nic nikt za tak wasz państwa być',
  de: 'der die das und ist nicht ich mit ein eine einen dem den wir sie auf für war wurde haben habe hat auch von zu bei nach aber noch schon mir mich sehr wie dass kein keine nur',
  fr: "le la les des une est pas je nous vous que qui dans pour avec sur mais été avons ont très au aux du ce cette mon ma mes j'ai c'est n'est sans et il elle ne plus",
  es: 'el los las una es no que con por para pero muy está fue han he mi se lo del al como más nadie desde sin y me ya este esta todo hace son',
  pt: 'o os as uma é não que com por para mas muito está foi eu meu minha se do da dos das ao no na em como mais ninguém desde sem e me já este esta isso são um',
  it: 'il gli una è non che con per ma molto sono stato stata ho ha mi si del della dei al alla nel come più nessuno senza di da questo questa e anche ancora un lo',
  nl: 'de het een is niet ik met van en op voor maar zeer was zijn heb heeft hebben ook bij naar nog al mij me wij we dat dit deze geen om te aan er door',
  tr: 've bir bu çok için ama değil ne daha ile ben bana benim hiç kadar sonra var yok gibi olarak ki de da her mi diye oldu',
  id: 'dan yang tidak saya di ini itu untuk dengan dari sudah belum ada sangat tapi karena kami anda ke pada juga akan bisa sekali masih lagi',
};

const languages = Object.keys(FUNCTION_WORDS);
const bits = new Map<string, number>();
languages.forEach((language, at) => {
  for (const word of FUNCTION_WORDS[language]?.split(' ') ?? [])
    bits.set(word, (bits.get(word) ?? 0) | (1 << at));
});
/** Most words are longer than all of these. */
const LONGEST = Math.max(...[...bits.keys()].map((word) => word.length));

/** How many small words a sentence holds of its supposed language, and the most that it holds of another. */
export interface SmallWords {
  readonly own: number;
  readonly other: number;
}

/** Counts the small words of a sentence in Latin letters. */
export function countSmallWords(sentence: string, language: string): SmallWords {
  const own = languages.indexOf(language);
  const counts = new Uint16Array(languages.length);
  let start = 0;
  for (let at = 0; at <= sentence.length; at += 1) {
    const code = at < sentence.length ? sentence.charCodeAt(at) : SPACE;
    if (!isBorder(code)) continue;
    const length = at - start;
    if (length > 0 && length <= LONGEST) {
      let mask = bits.get(sentence.slice(start, at).toLowerCase()) ?? 0;
      for (let each = 0; mask !== 0; each += 1, mask >>= 1)
        if ((mask & 1) !== 0) counts[each] = (counts[each] ?? 0) + 1;
    }
    start = at + 1;
  }
  let other = 0;
  counts.forEach((count, at) => {
    if (at !== own && count > other) other = count;
  });
  return { own: counts[own] ?? 0, other };
}

const SPACE = 0x20;
const APOSTROPHE = 0x27;
const LETTERS_FROM = 0x41;

/** Blanks, figures and marks, of which the apostrophe is within words. */
function isBorder(code: number): boolean {
  return code < LETTERS_FROM && code !== APOSTROPHE;
}
