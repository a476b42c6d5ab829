import type { Sender } from './sender.ts';
import type { RunFeedback } from './some-feedback.ts';

export interface LoadOptions {
  readonly sender: Sender;
  /** Taken from in order; endless. */
  readonly feedback: Iterator<RunFeedback>;
  readonly random: () => number;
  /** Events a second, the repeated ones among them. */
  readonly perSecond: number;
  /** Share that is sent again later (0.05). */
  readonly repeated?: number;
  /** Asked before each request: true holds back what is due now, for good; whoever is this far behind would only fall further. */
  readonly holdBack?: () => boolean;
}

/** Feedback that goes on coming at the same pace, whatever becomes of it. */
export interface Load {
  /** Events handed to the sender, the repeated ones among them. */
  readonly events: number;
  /** Events that were due and held back. */
  readonly heldBack: number;
  /** Sends nothing new and resolves once all of it was answered with yes. Rejects where something was refused. */
  end(): Promise<void>;
}

/** Ten requests a second, each with what is due by then. */
const EVERY_MS = 100;
/** How many events lie between one and its repetition at most. */
const LATEST_REPEAT = 400;

/** Starts it. Open loop: an ingestor that is away makes requests wait, not the load. */
export function startLoad({
  sender,
  feedback,
  random,
  perSecond,
  repeated = 0.05,
  holdBack = () => false,
}: LoadOptions): Load {
  const handing = new Set<Promise<unknown>>();
  const repeats: { readonly at: number; readonly again: RunFeedback }[] = [];
  const started = Date.now();
  let failure: unknown = null;
  let events = 0;
  let heldBack = 0;

  const next = (): RunFeedback => {
    const due = repeats.findIndex(({ at }) => at <= events);
    const [repeat] = due === -1 ? [] : repeats.splice(due, 1);
    if (repeat !== undefined) return repeat.again;
    const fresh = feedback.next().value as RunFeedback;
    if (random() < repeated)
      repeats.push({ at: events + 1 + Math.floor(random() * LATEST_REPEAT), again: fresh });
    return fresh;
  };
  const timer = setInterval(() => {
    const due = Math.floor(((Date.now() - started) / 1000) * perSecond) - events - heldBack;
    if (due <= 0) return;
    if (holdBack()) {
      heldBack += due;
      return;
    }
    const batch = Array.from({ length: due }, () => {
      events += 1;
      return next();
    });
    const handed = sender
      .hand(batch)
      .catch((thrown: unknown) => {
        failure ??= thrown;
      })
      .finally(() => handing.delete(handed));
    handing.add(handed);
  }, EVERY_MS);

  return {
    get events() {
      return events;
    },
    get heldBack() {
      return heldBack;
    },
    async end() {
      clearInterval(timer);
      await Promise.all(handing);
      if (failure !== null)
        throw failure instanceof Error ? failure : new Error('a feedback could not be sent');
    },
  };
}
