import { describe, expect, it } from '@jest/globals';
import { isLearnt } from './learn-from-cases.ts';
import { corpusText } from './own-case.ts';

const own = {
  id: 'task:1',
  customerId: 'c1',
  language: 'en',
  causes: ['usability', 'delay-waiting'],
  churn: 'risk' as const,
  exposure: 'none' as const,
  text: 'Nobody finds\tthe button.\nI wait for days.',
};

describe('an own case', () => {
  it('is a negative row of the corpus, its customer a scenario', () => {
    expect(corpusText(own)).toMatchObject({
      scenario: 'customer c1',
      sentiment: 'negative',
      causes: own.causes,
      churn: 'risk',
      text: own.text,
    });
  });

  it('is learnt from in the languages of the model alone', () => {
    expect([isLearnt(own), isLearnt({ language: 'uk' }), isLearnt({ language: 'ko' })]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
