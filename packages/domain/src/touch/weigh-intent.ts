import type { Policy, Understanding } from '@redress/contracts';
import type { Reason } from './reason.ts';

/** What the customer means to do about it: leave, take it to others, take it higher. `appearedInPublic`: we had been told before others could read it. */
export function weighIntent(
  understanding: Understanding,
  appearedInPublic: boolean,
  policy: Policy,
): Reason[] {
  return [
    ...weighLeaving(understanding, policy),
    ...weighExposure(understanding, appearedInPublic, policy),
    ...weighEscalation(understanding, policy),
  ];
}

/** Who names the company they would go to is further on the way; the name alone is no sign of leaving. */
function weighLeaving({ churn, competitors = [] }: Understanding, policy: Policy): Reason[] {
  if (churn.level === 'none') return [];
  const code = churn.level === 'stated' ? 'churn-stated' : 'churn-risk';
  const leaving: Reason = {
    code,
    points: churn.level === 'stated' ? policy.points.churnStated : policy.points.churnRisk,
    text: churn.level === 'stated' ? 'says they are leaving' : 'thinks of leaving',
    evidence: churn.evidence,
  };
  if (competitors.length === 0) return [leaving];
  const names = [...new Set(competitors.map(({ name }) => name))];
  return [
    leaving,
    {
      code,
      about: 'competitor',
      points: policy.points.competitorNamed,
      text: `names where they would go: ${names.join(', ')}`,
      evidence: competitors.map(({ text, start, end }) => ({ text, start, end })),
    },
  ];
}

function weighExposure(
  { exposure }: Understanding,
  appearedInPublic: boolean,
  policy: Policy,
): Reason[] {
  if (exposure.level === 'public' || appearedInPublic)
    return [
      {
        code: 'exposure-public',
        points: policy.points.exposurePublic,
        text: 'has gone public',
        evidence: exposure.evidence,
      },
    ];
  return exposure.level === 'none'
    ? []
    : [
        {
          code: 'exposure-threatened',
          points: policy.points.exposureThreatened,
          text: 'says they will take it elsewhere',
          evidence: exposure.evidence,
        },
      ];
}

/** Once put right, whoever was asked for need not come. */
function weighEscalation(
  { escalationAsked = [], recovery }: Understanding,
  policy: Policy,
): Reason[] {
  return escalationAsked.length === 0 || recovery.level !== 'none'
    ? []
    : [
        {
          code: 'exposure-threatened',
          about: 'someone-higher',
          points: policy.points.escalationAsked,
          text: 'asks for someone higher',
          evidence: escalationAsked,
        },
      ];
}
