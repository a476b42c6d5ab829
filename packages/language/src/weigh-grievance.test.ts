import { expect, it } from '@jest/globals';
import { weighGrievance, type GrievanceSigns } from './weigh-grievance.ts';

const CALM: GrievanceSigns = {
  praise: 0,
  blame: 0.5,
  wrong: false,
  felt: { negative: 0.3, neutral: 0.5, positive: 0.2 },
  likeliestCause: -1,
  stated: 0,
  silent: true,
  short: false,
  exposure: false,
  leaving: false,
  onlyAsks: false,
  asks: false,
  requests: false,
  thanks: false,
};

it('takes a text without a sign for none', () => {
  expect(weighGrievance(CALM)).toBeLessThan(0);
  expect(weighGrievance({ ...CALM, felt: null })).toBeLessThan(0);
});

it.each<Partial<GrievanceSigns>>([
  { felt: { negative: 0.8, neutral: 0.15, positive: 0.05 } },
  { likeliestCause: 1.5 },
  { blame: 0.9 },
  { blame: 0.6, wrong: true },
  { stated: 1 },
  { silent: false },
  { exposure: true },
  { leaving: true },
])('is surer of a grievance by %j', (sign) => {
  expect(weighGrievance({ ...CALM, ...sign })).toBeGreaterThan(weighGrievance(CALM));
});

it.each<Partial<GrievanceSigns>>([
  { praise: 0.8 },
  { short: true },
  { onlyAsks: true },
  { asks: true },
  { requests: true },
  { thanks: true },
])('is less sure of a grievance by %j', (sign) => {
  expect(weighGrievance({ ...CALM, ...sign })).toBeLessThan(weighGrievance(CALM));
});

it('goes by no more than three stated causes, and by no more of the model than it can know', () => {
  const angry = { ...CALM, stated: 3, likeliestCause: 2 };
  expect(weighGrievance({ ...angry, stated: 9, likeliestCause: 40 })).toBe(weighGrievance(angry));
});
