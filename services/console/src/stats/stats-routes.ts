import { countDeadLetters, countOutcomes, findFeedback } from '@redress/store';
import type { OutcomeCounts } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { findOnTheWay } from './find-on-the-way.ts';

/** How every feedback ended; `received` is the sum of the others. */
interface Counts {
  readonly received: number;
  readonly task: number;
  readonly joined: number;
  readonly outerLoopOnly: number;
  readonly ignored: number;
  readonly dead: number;
  readonly inFlight: number;
}

/** Figures of the pipeline. */
export function statsRoutes(deps: ConsoleDependencies): readonly Route[] {
  return [
    route({
      method: 'GET',
      url: '/v1/stats',
      summary:
        'How every feedback ended: received = task + joined + outer loop only + ignored + dead + in flight.',
      async handle() {
        // On its way first, then all that arrived as of one moment: what arrives in between is known there and counted once.
        const asOf = deps.clock.now();
        const { named, replayed, beyond, lag } = await findOnTheWay(deps, asOf);
        return deps.database.transaction(
          async (tx) => {
            const known = await findFeedback(tx, [...named.keys()]);
            const arrived = new Set(known.map(({ scored }) => scored.feedbackId));
            const inFlight = [...named].filter(([name]) => !arrived.has(name));
            const ofSamples = inFlight.filter(([, sample]) => sample).length;
            const { counted, samples } = await countOutcomes(tx);
            const dead = await countDeadLetters(tx, {
              except: inFlight.map(([name]) => name),
              replayed,
              asOf,
            });
            return answer({
              ...countsOf(counted, dead.counted, inFlight.length - ofSamples + beyond),
              samples: countsOf(samples, dead.samples, ofSamples),
              lag,
            });
          },
          { snapshot: true },
        );
      },
    }),
  ];
}

function countsOf(outcomes: OutcomeCounts, dead: number, inFlight: number): Counts {
  const { task, joined, ignored, undecided } = outcomes;
  const outerLoopOnly = outcomes['outer loop only'];
  const onTheWay = inFlight + undecided;
  return {
    received: task + joined + outerLoopOnly + ignored + dead + onTheWay,
    task,
    joined,
    outerLoopOnly,
    ignored,
    dead,
    inFlight: onTheWay,
  };
}
