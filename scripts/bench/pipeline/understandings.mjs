/** What understanding would have said of the texts of a run, by the score alone: for what is measured without its cost. */
const CONTENT = {
  language: 'en',
  sentiment: { label: 'positive', negative: 0.05, neutral: 0.15, positive: 0.8 },
  detractor: { probability: 0.02, flag: false },
  form: 'thanks',
  causes: [],
  churn: { level: 'none', evidence: [] },
  exposure: { level: 'none', evidence: [] },
  promises: [],
  promiseOutcome: 'none',
  recovery: { level: 'none', evidence: [] },
  contacts: null,
  amounts: [],
  minutes: null,
  touchpoint: null,
  disagreement: false,
  model: 'bench',
};
const UNHAPPY = {
  ...CONTENT,
  sentiment: { label: 'negative', negative: 0.9, neutral: 0.08, positive: 0.02 },
  detractor: { probability: 0.95, flag: true },
  form: 'grievance',
  causes: [
    {
      id: 'billing-amount',
      probability: 0.9,
      evidence: [{ text: 'This is', start: 0, end: 7 }],
    },
  ],
};

export function understandByScore({ score }) {
  return score.value <= 6 ? UNHAPPY : CONTENT;
}
