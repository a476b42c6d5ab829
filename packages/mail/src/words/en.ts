import { pluralForms } from './words.ts';
import type { Words } from './words.ts';

const plural = pluralForms('en');
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const nth = (count: number): string =>
  `${String(count)}${SUFFIXES[ordinals.select(count)] ?? 'th'}`;

/** English. */
export const en: Words = {
  language: 'en',
  direction: 'ltr',
  sample: '[Sample]',
  someone: 'a customer without a name',
  quotes: ['«', '»'],
  listComma: ', ',
  units: {
    days: (count) => plural(count, { one: '# day', other: '# days' }),
    hour: 'h',
    minute: 'min',
  },
  causes: {
    'broken-promise': 'broken promise',
    'delay-waiting': 'delay or waiting',
    'handoff-disconnect': 'lost between departments',
    'repeat-contact': 'had to ask again and again',
    'no-human-reachable': 'no human reachable',
    'staff-conduct': 'conduct of staff',
    'product-defect': 'defective product',
    'outage-access': 'service off or no access',
    'billing-amount': 'wrong amount billed',
    'price-value': 'price for what it is worth',
    'policy-refusal': 'refused because of a rule',
    'communication-overload': 'too many messages',
    'privacy-security': 'privacy or security',
    'lost-damaged': 'lost or damaged',
    'cleanliness-safety': 'cleanliness or safety',
    usability: 'hard to use',
    'cancellation-change': 'cancelling or changing',
    other: 'something else',
  },
  severities: { low: 'low', medium: 'medium', high: 'high', critical: 'critical' },
  channels: {
    survey: 'survey',
    review: 'review',
    social: 'post',
    email: 'mail',
    chat: 'chat',
    call: 'call',
    voicemail: 'voicemail',
    ticket: 'ticket',
    product: 'in the product',
    employee: 'told an employee',
  },
  reasons: {
    score: (facts) => (facts.score === null ? 'low score' : `scored us ${facts.score}`),
    sentiment: () => 'upset in tone',
    cause: (facts) => facts.cause ?? 'the cause',
    'churn-risk': () => 'may leave',
    'churn-stated': () => 'says they are leaving',
    'exposure-threatened': () => 'threatens to go public',
    'exposure-public': () => 'has gone public',
    'amount-anomaly': () => 'an amount out of all proportion',
    'repeat-contact': (facts) => `${nth(facts.contacts)} contact about it`,
    'passed-promise': (facts) =>
      facts.brokenPromises === 0
        ? 'a promise has passed'
        : plural(facts.brokenPromises, { one: '# promise broken', other: '# promises broken' }),
    value: (facts) => facts.perMonth ?? 'high value',
    'revenue-share': (facts) => facts.revenueShare ?? 'large share of our revenue',
    renewal: (facts) => facts.renewal ?? 'renewal is near',
    friction: () => 'small annoyances have added up',
    effort: (facts) =>
      facts.effort === null ? 'took much of their time' : `${facts.effort} of their time`,
    solved: () => 'says it is solved',
    renewed: () => 'has renewed',
  },
  reasonsAbout: {
    'someone-higher': 'asks for someone higher',
    competitor: 'names where they would go',
  },
  news: {
    opened: 'A new task.',
    reopened: 'It is open again.',
    worse: 'It has become more severe.',
    'new-cause': 'There is a new cause.',
    'promise-broken': 'A promise was broken.',
    public: 'It is public, or they threaten to make it so.',
    churn: 'They may leave, or say they do.',
    again: 'They contacted us again.',
    detractor: 'They scored us low.',
    escalated: 'The task was escalated.',
    assigned: 'The task is now yours.',
  },
  act: {
    call: (name, by) => (by === null ? `Call ${name} now` : `Call ${name} by ${by}`),
    write: (name, by) => (by === null ? `Write to ${name} now` : `Write to ${name} by ${by}`),
    reply: (name, by) => (by === null ? `Answer ${name} now` : `Answer ${name} by ${by}`),
    'put-right': (name, by) =>
      by === null ? `Put it right for ${name} now` : `Put it right for ${name} by ${by}`,
  },
  doIt: { call: 'Call', write: 'Write to', reply: 'Answer', 'put-right': 'Put it right for' },
  before: (yours, theirs, left) =>
    theirs === null
      ? `before ${yours} (in ${left})`
      : `before ${yours} your time, ${theirs} theirs (in ${left})`,
  overdue: (yours, late) => `now: it was due at ${yours} (${late} ago)`,
  deadline: {
    'promise-runs-out': 'Then a promise we made to them runs out.',
    acknowledge: 'By then somebody must have taken it on.',
    promise: 'By then they must have heard what we do and by when.',
    deliver: 'By then it must be put right.',
  },
  sayYouHaveIt: (by) => `Say that you have it by ${by}.`,
  doNotContact: 'They do not want to be contacted. Put it right without a call or a mail.',
  prefers: 'Prefers',
  perMonth: (amount) => `${amount} a month`,
  customerFor: (years) => plural(years, { one: '# year', other: '# years' }),
  revenueShare: (percent) => `${percent} % of our revenue`,
  renewal: (date) => `renewal ${date}`,
  contactsInDays: (contacts, days) =>
    `${nth(contacts)} contact in ${plural(days, { one: '# day', other: '# days' })}`,
  buttons: {
    acknowledge: 'I have it',
    promise: 'I promise …',
    handOver: 'Hand over',
    notAComplaint: 'Not a complaint',
    task: 'Open the task',
  },
  noLinks:
    'There are no buttons here because this Redress has no public address yet (REDRESS_PUBLIC_URL).',
  headings: {
    doNow: 'Do now',
    news: 'What is new',
    missed: 'What was missed',
    whyYou: 'Why you',
    theirWords: 'Their words',
    cause: 'Cause',
    alsoOpen: 'Also open',
  },
  whySeverity: (severity, points) => `Why ${severity} (${points})`,
  severityNow: (severity) => `Severity is now ${severity}.`,
  whatHappened: (timeZone) => `What happened (times in ${timeZone})`,
  we: 'us',
  contactKinds: { survey: 'we sent a survey', sales: 'we sent an offer', service: 'we answered' },
  promisedBy: { company: 'we promised', customer: 'they promised', owner: 'the owner promised' },
  promiseStatus: {
    pending: 'running',
    kept: 'kept',
    broken: 'broken',
    'open-ended': 'no time named',
  },
  due: (time) => `due ${time}`,
  earlier: (entries) =>
    plural(entries, {
      one: '# earlier entry on the task page',
      other: '# earlier entries on the task page',
    }),
  nothingElseOpen: 'Nothing else of this customer.',
  otherOpenTasks: (tasks) =>
    plural(tasks, {
      one: '# other task of this account.',
      other: '# other tasks of this account.',
    }),
  next: (name, time) => `Next: ${name} hears of it at ${time}.`,
  missed: {
    acknowledge: (owner, time) => `${owner} did not take it on by ${time}.`,
    promise: (owner, time) =>
      `${owner} did not tell the customer by ${time} what we do and by when.`,
    deliver: (owner, time) => `${owner} did not put it right by ${time}.`,
  },
  escalatedToYou: 'You are the next on the ladder.',
  furtherNews: (name) => `Further news of ${name}`,
  promiseBroken: (name) => `Promise broken: ${name}`,
  escalated: (name) => `Escalated to you: ${name}`,
  restInThread: 'Everything else is in the earlier mail of this thread and on the task page.',
  digestSubject: (tasks) => plural(tasks, { one: '# task needs you', other: '# tasks need you' }),
  digestWhy: 'Put into one mail because this hour already brought you many.',
};
