import { createRequire } from 'node:module';

/** A word with its valence, -5 (worst) to 5. */
export interface LexiconWord {
  readonly language: string;
  readonly text: string;
  readonly valence: number;
}

const require = createRequire(import.meta.url);

/**
 * The words of AFINN in each language (Nielsen 2011, translated; npm `afinn-165-multilingual`) and the emoji of `emoji-emotion`, both MIT.
 * They rank tweets better than models learnt from reviews, so the model is told of them too.
 */
export function lexiconWords(languages: readonly string[]): LexiconWord[] {
  const words = languages.flatMap((language) => {
    const valences = require(`afinn-165-multilingual/build/AFINN-${language}.json`) as Record<
      string,
      number
    >;
    return Object.entries(valences).flatMap(([text, valence]) =>
      valence === 0 ? [] : [{ language, text, valence }],
    );
  });
  return [...words, ...emoji()];
}

function emoji(): LexiconWord[] {
  const { emojiEmotion } = require('emoji-emotion') as {
    emojiEmotion: readonly { readonly emoji: string; readonly polarity: number }[];
  };
  return emojiEmotion
    .filter(({ polarity }) => polarity !== 0)
    .map(({ emoji: text, polarity }) => ({ language: 'en', text, valence: polarity }));
}
