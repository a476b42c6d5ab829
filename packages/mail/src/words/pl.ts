import { pluralForms } from './words.ts';
import type { Words } from './words.ts';

const plural = pluralForms('pl');

/** Polish. Names stand after a colon, so that they need no case ending. */
export const pl: Words = {
  language: 'pl',
  direction: 'ltr',
  sample: '[Przykład]',
  someone: 'klient bez nazwiska',
  quotes: ['„', '”'],
  listComma: ', ',
  units: {
    days: (count) => plural(count, { one: '# dzień', other: '# dni' }),
    hour: 'godz.',
    minute: 'min',
  },
  causes: {
    'broken-promise': 'niedotrzymana obietnica',
    'delay-waiting': 'opóźnienie lub czekanie',
    'handoff-disconnect': 'zgubione między działami',
    'repeat-contact': 'trzeba było prosić wielokrotnie',
    'no-human-reachable': 'brak kontaktu z człowiekiem',
    'staff-conduct': 'zachowanie pracownika',
    'product-defect': 'wadliwy produkt',
    'outage-access': 'awaria lub brak dostępu',
    'billing-amount': 'błędna kwota na rachunku',
    'price-value': 'cena wobec wartości',
    'policy-refusal': 'odmowa z powodu regulaminu',
    'communication-overload': 'za dużo wiadomości',
    'privacy-security': 'prywatność lub bezpieczeństwo danych',
    'lost-damaged': 'zgubione lub uszkodzone',
    'cleanliness-safety': 'czystość lub bezpieczeństwo',
    usability: 'trudne w obsłudze',
    'cancellation-change': 'rezygnacja lub zmiana',
    other: 'coś innego',
  },
  severities: { low: 'niska', medium: 'średnia', high: 'wysoka', critical: 'krytyczna' },
  channels: {
    survey: 'ankieta',
    review: 'opinia',
    social: 'post',
    email: 'e-mail',
    chat: 'czat',
    call: 'telefon',
    voicemail: 'poczta głosowa',
    ticket: 'zgłoszenie',
    product: 'w produkcie',
    employee: 'przez pracownika',
  },
  reasons: {
    score: (facts) => (facts.score === null ? 'niska ocena' : `ocena ${facts.score}`),
    sentiment: () => 'wzburzony ton',
    cause: (facts) => facts.cause ?? 'przyczyna',
    'churn-risk': () => 'może odejść',
    'churn-stated': () => 'mówi, że odchodzi',
    'exposure-threatened': () => 'grozi nagłośnieniem',
    'exposure-public': () => 'sprawa jest publiczna',
    'amount-anomaly': () => 'kwota poza wszelką proporcją',
    'repeat-contact': (facts) => `kontakt nr ${String(facts.contacts)} w tej sprawie`,
    'passed-promise': (facts) =>
      facts.brokenPromises === 0
        ? 'termin obietnicy minął'
        : plural(facts.brokenPromises, {
            one: '# złamana obietnica',
            few: '# złamane obietnice',
            many: '# złamanych obietnic',
            other: '# złamanej obietnicy',
          }),
    value: (facts) => facts.perMonth ?? 'wysoka wartość',
    'revenue-share': (facts) => facts.revenueShare ?? 'duży udział w naszych przychodach',
    renewal: (facts) => facts.renewal ?? 'blisko odnowienia',
    friction: () => 'nazbierało się drobnych irytacji',
    effort: (facts) =>
      facts.effort === null ? 'dużo straconego czasu' : `${facts.effort} czasu klienta`,
    solved: () => 'mówi, że sprawa jest załatwiona',
    renewed: () => 'umowa odnowiona',
  },
  news: {
    opened: 'Nowe zadanie.',
    reopened: 'Zadanie znów jest otwarte.',
    worse: 'Sprawa jest poważniejsza niż wcześniej.',
    'new-cause': 'Doszła nowa przyczyna.',
    'promise-broken': 'Obietnica nie została dotrzymana.',
    public: 'Sprawa jest publiczna albo klient tym grozi.',
    churn: 'Klient może odejść albo mówi, że odchodzi.',
    again: 'Klient odezwał się ponownie.',
    detractor: 'Klient wystawił niską ocenę.',
    escalated: 'Zadanie zostało eskalowane.',
    assigned: 'Zadanie jest teraz Twoje.',
  },
  act: {
    call: (name, by) => (by === null ? `Zadzwoń teraz: ${name}` : `Zadzwoń do ${by}: ${name}`),
    write: (name, by) => (by === null ? `Napisz teraz: ${name}` : `Napisz do ${by}: ${name}`),
    reply: (name, by) => (by === null ? `Odpowiedz teraz: ${name}` : `Odpowiedz do ${by}: ${name}`),
    'put-right': (name, by) => (by === null ? `Napraw teraz: ${name}` : `Napraw do ${by}: ${name}`),
  },
  doIt: { call: 'Zadzwoń:', write: 'Napisz:', reply: 'Odpowiedz:', 'put-right': 'Napraw sprawę:' },
  before: (yours, theirs, left) =>
    theirs === null
      ? `przed ${yours} (za ${left})`
      : `przed ${yours} Twojego czasu, ${theirs} czasu klienta (za ${left})`,
  overdue: (yours, late) => `teraz: termin był o ${yours} (${late} temu)`,
  deadline: {
    'promise-runs-out': 'Wtedy mija termin obietnicy, którą złożyliśmy.',
    acknowledge: 'Do tej chwili ktoś musi przejąć sprawę.',
    promise: 'Do tej chwili klient musi usłyszeć, co zrobimy i na kiedy.',
    deliver: 'Do tej chwili sprawa musi być naprawiona.',
  },
  sayYouHaveIt: (by) => `Potwierdź przejęcie do ${by}.`,
  doNotContact: 'Klient nie chce kontaktu. Napraw sprawę bez telefonu i bez wiadomości.',
  prefers: 'Woli',
  perMonth: (amount) => `${amount} miesięcznie`,
  customerFor: (years) =>
    plural(years, { one: '# rok', few: '# lata', many: '# lat', other: '# roku' }),
  revenueShare: (percent) => `${percent} % naszych przychodów`,
  renewal: (date) => `odnowienie ${date}`,
  contactsInDays: (contacts, days) =>
    `Kontakt nr ${String(contacts)} w ciągu ${plural(days, { one: '# dnia', other: '# dni' })}`,
  buttons: {
    acknowledge: 'Przejmuję',
    promise: 'Obiecuję …',
    handOver: 'Przekaż',
    notAComplaint: 'To nie skarga',
    task: 'Otwórz zadanie',
  },
  noLinks:
    'Nie ma tu przycisków, bo ten Redress nie ma jeszcze publicznego adresu (REDRESS_PUBLIC_URL).',
  headings: {
    doNow: 'Zrób teraz',
    news: 'Co nowego',
    missed: 'Co przeoczono',
    whyYou: 'Dlaczego Ty',
    theirWords: 'Słowa klienta',
    cause: 'Przyczyna',
    alsoOpen: 'Inne otwarte',
  },
  whySeverity: (severity, points) => `Dlaczego waga ${severity} (${points})`,
  severityNow: (severity) => `Waga jest teraz ${severity}.`,
  whatHappened: (timeZone) => `Co się działo (czas: ${timeZone})`,
  we: 'my',
  contactKinds: {
    survey: 'wysłaliśmy ankietę',
    sales: 'wysłaliśmy ofertę',
    service: 'odpowiedzieliśmy',
  },
  promisedBy: {
    company: 'nasza obietnica',
    customer: 'obietnica klienta',
    owner: 'obietnica opiekuna',
  },
  promiseStatus: {
    pending: 'w toku',
    kept: 'dotrzymana',
    broken: 'niedotrzymana',
    'open-ended': 'bez terminu',
  },
  due: (time) => `termin ${time}`,
  earlier: (entries) =>
    plural(entries, {
      one: '# wcześniejszy wpis na stronie zadania',
      few: '# wcześniejsze wpisy na stronie zadania',
      many: '# wcześniejszych wpisów na stronie zadania',
      other: '# wcześniejszego wpisu na stronie zadania',
    }),
  nothingElseOpen: 'Nic więcej tego klienta.',
  otherOpenTasks: (tasks) =>
    plural(tasks, {
      one: '# inne zadanie tego konta.',
      few: '# inne zadania tego konta.',
      many: '# innych zadań tego konta.',
      other: '# innego zadania tego konta.',
    }),
  next: (name, time) => `Dalej: o ${time} dowie się ${name}.`,
  missed: {
    acknowledge: (owner, time) => `Brak przejęcia do ${time} (${owner}).`,
    promise: (owner, time) => `Klient nie usłyszał do ${time}, co zrobimy i na kiedy (${owner}).`,
    deliver: (owner, time) => `Sprawa nie została naprawiona do ${time} (${owner}).`,
  },
  escalatedToYou: 'Jesteś następnym szczeblem eskalacji.',
  furtherNews: (name) => `Nowe wieści: ${name}`,
  promiseBroken: (name) => `Niedotrzymana obietnica: ${name}`,
  escalated: (name) => `Eskalacja do Ciebie: ${name}`,
  restInThread: 'Cała reszta jest we wcześniejszej wiadomości tego wątku i na stronie zadania.',
  digestSubject: (tasks) =>
    plural(tasks, {
      one: '# zadanie czeka na Ciebie',
      few: '# zadania czekają na Ciebie',
      many: '# zadań czeka na Ciebie',
      other: '# zadania czeka na Ciebie',
    }),
  digestWhy: 'W jednej wiadomości, bo w tej godzinie było ich już wiele.',
};
