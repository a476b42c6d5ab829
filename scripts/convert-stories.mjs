/**
 * Turns stories written for reading (one JSON object a line: customer, events, expect, note) into sample folders and expectations.
 *
 *   node scripts/convert-stories.mjs stories.jsonl
 *
 * Writes `samples/<name>/{feedback,customers,owners}.jsonl`, `actions.jsonl` where somebody acts, `story.json`, and
 * `services/standalone/src/fixtures/stories/<name>.expect.json`. Running it again writes the same bytes.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const FIXTURES = join(ROOT, 'services/standalone/src/fixtures/stories');

/** What the stories do not say themselves: a name for the folder, what to look at, who owns it, and what a note allows. */
const KNOWN = {
  'story-01': {
    name: 'six-calls',
    title: 'Six calls to move house',
    about:
      'A family moves house, the new date gets lost between two offices, and the service is cut. Husband and wife call six times, four promised times pass, and he signs with a competitor. Two phones and a handle are one customer; the fourth promise is still running when he asks to cancel.',
    owners: ['layla.nasser', 'ines.moreau'],
    allow: { outerAtEvents: [2] },
  },
  'story-02': {
    name: 'ads-in-the-car',
    title: 'Advertising before every song',
    about:
      'A four-star review, an annoyed post, a calm mail: three small annoyances at one touchpoint. None is loud; what makes the last one urgent is the renewal two days later.',
    owners: ['kasia.lis', 'ines.moreau'],
    allow: {
      extraCauses: ['broken-promise'],
      optionalCauses: ['cleanliness-safety'],
      outerAtEvents: [0],
    },
  },
  'story-04': {
    name: 'second-form',
    title: 'Nobody said there were two forms',
    about:
      'A father and his son change doctors within one practice. The form they signed was for the other office. The cause counts once for the household, however often it is told.',
    owners: ['kasia.lis', 'jan.wilk', 'ines.moreau'],
    allow: { severities: { 2: ['medium'] }, outerAtEvents: [1, 2] },
  },
  'story-05': {
    name: 'shipping-for-7455',
    title: '7,455 dollars for shipping',
    about:
      'Three boxes of paper for 88.77 USD, shipping for 7,455. Six polite complaints get the same template, then the local television calls. The amount and the repetition drive the severity, not the tone.',
    owners: ['kasia.lis', 'jan.wilk', 'ines.moreau'],
    allow: { churn: ['none', 'risk'], outerAtEvents: [0] },
  },
  'story-07': {
    name: 'mocked-on-voicemail',
    title: 'The account manager who had not hung up',
    about:
      'A client hears herself mocked on a voicemail. Her firm is worth 8 % of revenue and renews in three months. A lead listens, says by when he will answer, and answers before that: a promise kept, and a renewal.',
    owners: ['nok.srisai', 'ines.moreau'],
    actions: [
      { at: '2023-10-24T23:16:00Z', eventIndex: 1, type: 'acknowledge', by: 'nok.srisai' },
      {
        at: '2023-10-24T23:21:00Z',
        eventIndex: 1,
        type: 'note',
        by: 'nok.srisai',
        text: 'Heard the recording. Pichai is off the project as of now; I call Khun Anan myself.',
      },
    ],
    allow: {
      extraCauses: ['handoff-disconnect'],
      finalChurn: 'none',
      keptAtEvent: 3,
      outerAtEvents: [1],
    },
  },
  'story-09': {
    name: 'long-way-home',
    title: 'Thirty hours, and no complaint',
    about:
      'A long journey with a crowded boarding in the middle and good will all around. Nobody needs to call him: at most a low task for the boarding, and the remark still counts in the outer loop.',
    owners: ['anton.orlov', 'ines.moreau'],
    allow: { insteadOf: { other: ['delay-waiting'] }, outerAtEvents: [1] },
  },
};

/** One row an owner, the same in every story. */
const OWNERS = {
  'layla.nasser': {
    name: 'Layla Nasser',
    timeZone: 'America/New_York',
    languages: ['ar', 'en'],
    teams: ['retention'],
    supervisor: 'ines.moreau',
  },
  'kasia.lis': {
    name: 'Kasia Lis',
    timeZone: 'Europe/Warsaw',
    languages: ['pl', 'en'],
    teams: ['retention', 'billing'],
    supervisor: 'ines.moreau',
  },
  'jan.wilk': {
    name: 'Jan Wilk',
    timeZone: 'Europe/Warsaw',
    languages: ['pl', 'en'],
    teams: ['front-desk'],
    supervisor: 'kasia.lis',
  },
  'anton.orlov': {
    name: 'Anton Orlov',
    timeZone: 'Europe/Riga',
    languages: ['ru', 'en'],
    teams: ['trust', 'travel'],
    supervisor: 'ines.moreau',
  },
  'nok.srisai': {
    name: 'Nok Srisai',
    timeZone: 'Asia/Bangkok',
    languages: ['th', 'en'],
    teams: ['key-accounts'],
    supervisor: 'ines.moreau',
  },
  'ines.moreau': {
    name: 'Inès Moreau',
    timeZone: 'Europe/Paris',
    languages: ['fr', 'en'],
    teams: ['leads'],
  },
};

const path = process.argv[2];
if (path === undefined) {
  process.stderr.write('usage: node scripts/convert-stories.mjs stories.jsonl\n');
  process.exit(2);
}
for (const line of readFileSync(path, 'utf8').split('\n')) {
  if (line.trim() !== '') convert(JSON.parse(line));
}

function convert(story) {
  const known = KNOWN[story.id] ?? {
    name: story.id,
    title: story.id,
    about: '',
    owners: [],
    allow: {},
  };
  const folder = join(ROOT, 'samples', known.name);
  mkdirSync(folder, { recursive: true });
  mkdirSync(FIXTURES, { recursive: true });
  writeLines(
    join(folder, 'feedback.jsonl'),
    story.events.map((event, index) => feedbackOf(event, known.name, index)),
  );
  writeLines(join(folder, 'customers.jsonl'), [customerOf(story, known.name)]);
  writeLines(join(folder, 'owners.jsonl'), known.owners.map(ownerOf));
  if (known.actions !== undefined) writeLines(join(folder, 'actions.jsonl'), known.actions);
  writeJson(join(folder, 'story.json'), {
    id: known.name,
    title: known.title,
    language: story.lang,
    about: known.about,
  });
  writeJson(join(FIXTURES, `${known.name}.expect.json`), {
    story: known.name,
    ...story.expect,
    allow: known.allow,
    note: (story.note ?? '').replace(/^Seed [^.]*\. /, ''),
  });
  process.stdout.write(`${known.name}\n`);
}

function feedbackOf(event, name, index) {
  const turns = turnsOf(event.text);
  return {
    channel: event.channel,
    source: 'samples',
    sourceId: `${name}-${String(index)}`,
    occurredAt: event.at,
    customer: { identities: [identityOf(event.identity.kind, event.identity.value)] },
    ...(event.score === undefined ? {} : { score: { kind: 'nps', value: event.score } }),
    ...(event.rating === undefined
      ? {}
      : { score: { kind: 'stars', value: event.rating, max: 5 } }),
    ...(turns === null ? { text: event.text } : { turns }),
  };
}

/** `words [Speaker: words] words` as turns; null where only the customer speaks. */
function turnsOf(text) {
  const parts = text.split(/(\[[^\]]*\])/).filter((part) => part.trim() !== '');
  if (!parts.some((part) => part.startsWith('['))) return null;
  return parts.map((part) =>
    part.startsWith('[')
      ? { who: 'agent', text: part.slice(1, -1).replace(/^[^:]*:\s*/, '') }
      : { who: 'customer', text: part.trim() },
  );
}

function customerOf({ customer, events, lang }, name) {
  return {
    identities: [
      ...customer.emails.map((value) => identityOf('email', value)),
      ...customer.phones.map((value) => identityOf('phone', value)),
      ...customer.handles.map((value) => identityOf('handle', value)),
    ],
    name: customer.name,
    account: `sample-${name}`,
    valuePerMonth: customer.account_value_month,
    currency: customer.currency,
    ...(isAbsent(customer.tenure_years)
      ? {}
      : { since: yearsBefore(events[0].at, customer.tenure_years) }),
    ...(isAbsent(customer.renewal_date) ? {} : { renewalOn: customer.renewal_date }),
    ...(isAbsent(customer.revenue_share) ? {} : { revenueShare: customer.revenue_share }),
    ...(isAbsent(customer.time_zone) ? {} : { timeZone: customer.time_zone }),
    language: lang,
  };
}

function isAbsent(value) {
  return value === null || value === undefined;
}

function identityOf(type, value) {
  return type === 'handle' ? { type, value, network: 'x' } : { type, value };
}

function ownerOf(id) {
  return { id, ...OWNERS[id], email: `${id}@example.com` };
}

function yearsBefore(at, years) {
  const rest = at.slice(4, 10) === '-02-29' ? '-02-28' : at.slice(4, 10);
  return `${String(Number(at.slice(0, 4)) - years)}${rest}`;
}

function writeLines(file, rows) {
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
}

function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
