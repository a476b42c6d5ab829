import { describe, expect, it } from '@jest/globals';
import { DEFAULT_POLICY, type Understanding } from '@redress/contracts';
import { scoredFeedback, type Said } from '../fixtures/scored-feedback.ts';
import { weighIntent } from './weigh-intent.ts';

const ASKED = { text: 'your manager', start: 16, end: 28 };
const NAMED = { name: 'Northline', text: 'Northline', start: 4, end: 13 };

function weigh(said: Partial<Said>, more: Partial<Understanding> = {}) {
  const { understanding } = scoredFeedback({ id: 'a', at: '2026-01-01T10:00:00.000Z', ...said });
  return weighIntent({ ...understanding, ...more }, false, DEFAULT_POLICY);
}

describe('what a customer means to do', () => {
  it('weighs six more where they think of leaving and name where to', () => {
    const [leaving, named, ...rest] = weigh({ churn: 'risk' }, { competitors: [NAMED] });
    expect(leaving).toMatchObject({ code: 'churn-risk', points: 14 });
    expect(named).toEqual({
      code: 'churn-risk',
      about: 'competitor',
      points: 6,
      text: 'names where they would go: Northline',
      evidence: [{ text: 'Northline', start: 4, end: 13 }],
    });
    expect(rest).toEqual([]);
  });

  it('weighs as much on top where they leave, each company told once', () => {
    const reasons = weigh({ churn: 'stated' }, { competitors: [NAMED, NAMED] });
    expect(reasons.map(({ code, points }) => [code, points])).toEqual([
      ['churn-stated', 30],
      ['churn-stated', 6],
    ]);
    expect(reasons[1]?.text).toBe('names where they would go: Northline');
  });

  it('does not weigh a company that is only named', () => {
    expect(weigh({ churn: 'none' }, { competitors: [NAMED] })).toEqual([]);
  });

  it('weighs six where someone higher is asked for, beside what they threaten', () => {
    const reasons = weigh({ exposure: 'threatened' }, { escalationAsked: [ASKED] });
    expect(reasons.map(({ code, about, points }) => [code, about, points])).toEqual([
      ['exposure-threatened', undefined, 12],
      ['exposure-threatened', 'someone-higher', 6],
    ]);
    expect(reasons[1]?.evidence).toEqual([ASKED]);
  });

  it('does not weigh who was asked for once it is put right', () => {
    expect(weigh({ recovery: 'solved' }, { escalationAsked: [ASKED] })).toEqual([]);
  });

  it('is weighed as the policy says', () => {
    const { understanding } = scoredFeedback({ id: 'a', at: '2026-01-01T10:00:00.000Z' });
    const policy = {
      ...DEFAULT_POLICY,
      points: { ...DEFAULT_POLICY.points, escalationAsked: 40 },
    };
    const [asked] = weighIntent({ ...understanding, escalationAsked: [ASKED] }, false, policy);
    expect(asked?.points).toBe(40);
  });
});
