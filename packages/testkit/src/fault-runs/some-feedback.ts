import type { CanonicalFeedback } from '@redress/contracts';

/** A feedback of a run, and what must become of it. */
export interface RunFeedback {
  readonly body: CanonicalFeedback;
  readonly customer: string;
  readonly complains: boolean;
}

export interface SomeFeedbackOptions {
  /** Names source and customers, so that runs beside each other do not meet. */
  readonly run: string;
  readonly random: () => number;
  /** Share of feedbacks that complain (0.1). */
  readonly complaining?: number;
  /** When the first was said, milliseconds since 1970; the others follow by the millisecond. */
  readonly from: number;
}

/** Understood as complaints and as nothing else, and read in two to four milliseconds. */
const COMPLAINTS = [
  'I was charged twice and nobody answers the phone.',
  'The parcel came broken, I have been waiting for a replacement for three weeks and I will cancel.',
  'This is the third time I call about the same invoice. Nobody calls back.',
  'The app throws an error whenever I pay. Support told me to wait, that was yesterday.',
] as const;
const THANKS = [
  'Great service, thank you!',
  'Everything came on time and the driver was friendly.',
  'Quick answer, problem solved within the hour. I will come back.',
  'Good value, easy to use, nothing to complain about.',
] as const;

/** How many speak at the same time; each about three times before somebody new takes the place. */
const AT_ONCE = 200;
const TURNS = 3;

/** Feedback of many customers in mixed order: some complain, once or again, most are content. Goes on for ever. */
export function* someFeedback(options: SomeFeedbackOptions): Generator<RunFeedback, never> {
  const { run, random, complaining = 0.1, from } = options;
  const turns = Array.from({ length: AT_ONCE }, () => 0);
  for (let index = 0; ; index += 1) {
    const place = Math.floor(random() * AT_ONCE);
    const turn = turns[place] ?? 0;
    turns[place] = turn + 1;
    const customer = `${run}-${String(place)}-${String(Math.floor(turn / TURNS))}`;
    const complains = random() < complaining;
    const words = complains ? COMPLAINTS : THANKS;
    yield {
      customer,
      complains,
      body: {
        // Mails are held back by no settling time.
        channel: 'email',
        source: `faults-${run}`,
        sourceId: String(index),
        occurredAt: new Date(from + index).toISOString(),
        customer: { identities: [{ type: 'email', value: `${customer}@example.com` }] },
        score: { kind: 'nps', value: complains ? 1 : 10 },
        text: words[Math.floor(random() * words.length)] ?? words[0],
      },
    };
  }
}
