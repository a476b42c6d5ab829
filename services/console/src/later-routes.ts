import { notBuiltYet } from './http/answer.ts';
import { route } from './http/route.ts';
import type { Route } from './http/route.ts';

const LATER: readonly (readonly [Route['method'], string, string])[] = [
  ['GET', '/v1/themes', 'Themes and their figures come with the outer loop.'],
  ['GET', '/v1/action-plans', 'Action plans come with the outer loop.'],
  ['PUT', '/v1/touchpoints/:id/volume', 'Volumes of touchpoints come with the outer loop.'],
  ['PUT', '/v1/proportions', 'Proportions of the population come with the outer loop.'],
];

/** Addresses that the interface names and a later version fills. */
export function laterRoutes(): readonly Route[] {
  return LATER.map(([method, url, sentence]) =>
    route({
      method,
      url,
      summary: `${sentence} Answers 501.`,
      handle: () => Promise.resolve(notBuiltYet(sentence)),
    }),
  );
}
