import type { SentFeedback } from './ledgers.ts';
import type { RunFeedback } from './some-feedback.ts';

/** Hands feedback over until it was answered with yes, as a sender does who was promised that nothing is lost. */
export interface Sender {
  /** Sends these in one request, again and again until 2xx; resolves then. Rejects for what will never be taken (another 4xx), or once it was stopped. */
  hand(feedback: readonly RunFeedback[]): Promise<readonly SentFeedback[]>;
  /** What was answered with yes so far, each feedback once. */
  sent(): readonly SentFeedback[];
  /** Requests that had to be tried again. */
  readonly retries: number;
  /** Gives up what is not answered yet. */
  stop(): void;
}

export interface SenderOptions {
  /** Where the ingestor is now; asked anew for each try. */
  readonly address: () => string;
  readonly token: string;
  /** Longest wait for an answer (10 s): a sender has a patience of its own. */
  readonly patienceMs?: number;
}

const WAIT_MS = 200;
/** Answers that ask to come again. */
const LATER = new Set([408, 425, 429]);

/** A sender without anything sent. */
export function createSender({ address, token, patienceMs = 10_000 }: SenderOptions): Sender {
  const sent = new Map<string, SentFeedback>();
  const stopping = new AbortController();
  let retries = 0;

  const ask = async (body: string): Promise<unknown> => {
    for (;;) {
      stopping.signal.throwIfAborted();
      const response = await fetch(`${address()}/v1/feedback`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(patienceMs)]),
      }).catch(() => null);
      // An answer that breaks off in its middle promises nothing.
      const text = (await response?.text().catch(() => null)) ?? null;
      if (response?.ok === true && text !== null) return JSON.parse(text);
      if (response !== null && response.status < 500 && !response.ok && !LATER.has(response.status))
        throw new Error(`refused with ${String(response.status)}: ${text ?? ''}`);
      retries += 1;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    }
  };

  return {
    async hand(feedback) {
      const answer = await ask(JSON.stringify(feedback.map(({ body }) => body)));
      const { items } = answer as { items: readonly Partial<SentFeedback>[] };
      return feedback.map(({ customer, complains }, index) => {
        const { feedbackId, eventId } = items[index] ?? {};
        if (feedbackId === undefined || eventId === undefined)
          throw new Error(`not every feedback was taken: ${JSON.stringify(items[index])}`);
        const one: SentFeedback = { feedbackId, eventId, customer, complains };
        sent.set(feedbackId, one);
        return one;
      });
    },
    sent: () => [...sent.values()],
    get retries() {
      return retries;
    },
    stop: () => {
      stopping.abort();
    },
  };
}
