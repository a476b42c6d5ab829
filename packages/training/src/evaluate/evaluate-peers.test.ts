import { expect, it } from '@jest/globals';
import type { LabelledText } from '../labelled-text.ts';
import { bestPeers, type SentimentPeer } from './evaluate-peers.ts';

const ROWS: LabelledText[] = [
  ['bad', 'negative'],
  ['worse', 'negative'],
  ['good', 'positive'],
  ['so', 'neutral'],
].map(([text = '', label]) => ({
  set: 'en-set',
  language: 'en',
  split: 'test',
  label: label as LabelledText['label'],
  text,
}));

function peer(name: string, languages: string[], feel: SentimentPeer['feel']): SentimentPeer {
  return { name, languages, feel };
}

it('names the peer that ranks a set best, of those that read its language', async () => {
  const silent = peer('silent', ['en'], () => 0);
  const sharp = peer('sharp', ['en'], (text) => Promise.resolve(text === 'good' ? 1 : -1));
  const foreign = peer('foreign', ['pl'], () => 1);
  expect(await bestPeers(ROWS, [silent, sharp, foreign])).toEqual(
    new Map([['en-set', { name: 'sharp', auc: 1 }]]),
  );
  expect(await bestPeers(ROWS, [silent])).toEqual(
    new Map([['en-set', { name: 'silent', auc: 0.5 }]]),
  );
  expect(await bestPeers(ROWS, [foreign])).toEqual(new Map());
});
