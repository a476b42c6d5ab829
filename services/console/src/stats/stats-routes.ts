import { countDeadLetters, countOutcomes } from '@redress/store';
import type { OutcomeCounts } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer } from '../http/answer.ts';
import { route } from '../http/route.ts';
import type { Route } from '../http/route.ts';
import { countInFlight } from './count-in-flight.ts';

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
        // On its way first, then what arrived: whatever arrives in between is known there and counted once.
        const inFlight = await countInFlight(deps);
        const { counted, samples } = await countOutcomes(deps.database);
        const dead = await countDeadLetters(deps.database);
        return answer({
          ...countsOf(counted, dead, inFlight.real),
          samples: countsOf(samples, 0, inFlight.samples),
          lag: inFlight.lag,
        });
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
