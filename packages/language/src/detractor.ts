import type { Score, Understanding } from '@redress/contracts';
import { SCORE_SCALES } from '@redress/contracts';

/** What a score alone says of the customer. */
function standingOf(score: Score): 'detractor' | 'passive' | 'promoter' {
  const scale = SCORE_SCALES[score.kind];
  const max = scale.maxFixed ? scale.max : (score.max ?? scale.max);
  if (score.kind === 'nps')
    return score.value <= 6 ? 'detractor' : score.value <= 8 ? 'passive' : 'promoter';
  if (score.kind === 'thumbs') return score.value === 0 ? 'detractor' : 'promoter';
  const share = score.value / max;
  if (share <= 0.43) return 'detractor';
  return share < 0.79 ? 'passive' : 'promoter';
}

export interface Judged {
  readonly sentiment: Understanding['sentiment'];
  readonly grievance: boolean;
  /** Softened, or as much good as bad is said. */
  readonly mild: boolean;
  /** Likelihood of the strongest cause that is stated, 0 to 1. */
  readonly cause: number;
  readonly leaving: boolean;
  readonly hasText: boolean;
}

/** Whether the customer is unhappy with the company, from the text and the score, and whether the two disagree. */
export function judgeDetractor(
  judged: Judged,
  score: Score | undefined,
): Pick<Understanding, 'detractor' | 'disagreement'> {
  const { sentiment } = judged;
  const stated = 0.5 + 0.3 * sentiment.negative + 0.15 * judged.cause + (judged.leaving ? 0.05 : 0);
  const said = judged.grievance ? stated - (judged.mild ? 0.08 : 0) : 0.45 * sentiment.negative;
  const byText = Math.max(0, Math.min(0.99, judged.grievance ? Math.max(0.5, said) : said));
  const done = (
    probability: number,
    flag: boolean,
    disagreement: boolean,
  ): Pick<Understanding, 'detractor' | 'disagreement'> => ({
    detractor: { probability: Math.round(probability * 1000) / 1000, flag },
    disagreement,
  });
  if (score === undefined) return done(byText, byText >= 0.5, false);
  const standing = standingOf(score);
  if (standing === 'detractor') {
    return done(
      Math.max(0.8, byText),
      true,
      judged.hasText && !judged.grievance && sentiment.positive >= 0.7,
    );
  }
  const bitter = judged.grievance && !judged.mild && (sentiment.negative >= 0.7 || judged.leaving);
  if (bitter)
    return done(
      standing === 'promoter' ? Math.max(0.55, byText - 0.2) : byText,
      true,
      standing === 'promoter',
    );
  return done(Math.min(0.45, byText * (standing === 'promoter' ? 0.5 : 0.7)), false, false);
}
