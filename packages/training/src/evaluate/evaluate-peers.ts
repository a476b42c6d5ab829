import { evenlySpread } from '../evenly-spread.ts';
import { grouped } from '../grouped.ts';
import type { LabelledText } from '../labelled-text.ts';
import { areaUnderCurve } from './measures.ts';

/** A library that does a part of what we do: it feels a text, below zero ill. */
export interface SentimentPeer {
  readonly name: string;
  /** What it reads. */
  readonly languages: readonly string[];
  readonly feel: (text: string, language: string) => number | Promise<number>;
}

/** A library that tells the language of a text by its ISO 639-1 code. */
export interface LanguagePeer {
  readonly name: string;
  readonly tell: (text: string) => string;
}

/** What libraries are measured beside us. */
export interface Peers {
  readonly sentiment: readonly SentimentPeer[];
  readonly language: readonly LanguagePeer[];
}

export interface BestPeer {
  readonly name: string;
  readonly auc: number;
}

const MOST_A_SET = 1500;

/** The peer that ranks a set best, negative against positive, over up to 1,500 of its texts; no entry for a set that none reads or that has one side alone. */
export async function bestPeers(
  rows: readonly LabelledText[],
  peers: readonly SentimentPeer[],
): Promise<ReadonlyMap<string, BestPeer>> {
  const best = new Map<string, BestPeer>();
  const sided = rows.filter(({ label }) => label === 'negative' || label === 'positive');
  for (const [set, of] of grouped(sided, (row) => row.set)) {
    const chosen = evenlySpread(of, MOST_A_SET);
    const right = chosen.map(({ label }) => label === 'negative');
    for (const { name, languages, feel } of peers) {
      if (!languages.includes(chosen[0]?.language ?? '')) continue;
      const scores: number[] = [];
      for (const { text, language } of chosen) scores.push(-(await feel(text, language)));
      const auc = areaUnderCurve(scores, right);
      if (auc > (best.get(set)?.auc ?? 0)) best.set(set, { name, auc });
    }
  }
  return best;
}
