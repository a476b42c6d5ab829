import type { Score } from '@redress/contracts';

export type ScoreClass = 'detractor' | 'passive' | 'promoter';

/**
 * Class of a given score and how unhappy a detractor is, from 0 (just a detractor) to 1 (the scale's worst).
 * NPS by Reichheld: 0–6, 7–8, 9–10. CSAT and stars: at most 40 % of the scale, the top value alone promotes. CES ("easy", 1 to max): the lower three sevenths.
 */
export function classifyScore(score: Score): {
  readonly class: ScoreClass;
  readonly unhappiness: number;
} {
  const { detractorUpTo, promoterFrom, least } = bounds(score);
  if (score.value <= detractorUpTo) {
    const span = detractorUpTo - least;
    return {
      class: 'detractor',
      unhappiness: span === 0 ? 1 : (detractorUpTo - score.value) / span,
    };
  }
  return { class: score.value >= promoterFrom ? 'promoter' : 'passive', unhappiness: 0 };
}

function bounds(score: Score): { detractorUpTo: number; promoterFrom: number; least: number } {
  switch (score.kind) {
    case 'nps':
      return { detractorUpTo: 6, promoterFrom: 9, least: 0 };
    case 'thumbs':
      return { detractorUpTo: 0, promoterFrom: 1, least: 0 };
    case 'ces':
      return {
        detractorUpTo: Math.floor(((score.max ?? 7) * 3) / 7),
        promoterFrom: score.max ?? 7,
        least: 1,
      };
    case 'csat':
    case 'stars':
      return {
        detractorUpTo: Math.floor((score.max ?? 5) * 0.4),
        promoterFrom: score.max ?? 5,
        least: 1,
      };
  }
}
