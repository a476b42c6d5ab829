import type { OwnCase } from './own-case.ts';

/** One customer in so many is kept aside. */
const PARTS = 5;
/** Never changed: who was kept aside once is learnt from by no later model, so that any two compare fairly. */
const SEED = 0x5eed;

/** Cases to learn from, and a fifth of the customers to judge by. */
export interface SplitCases<Case> {
  readonly learnt: readonly Case[];
  readonly keptAside: readonly Case[];
}

/** All of a customer's cases on one side, the same one every time, whoever else is there. */
export function splitCases<Case extends Pick<OwnCase, 'customerId'>>(
  cases: readonly Case[],
): SplitCases<Case> {
  return {
    learnt: cases.filter(({ customerId }) => !isKeptAside(customerId)),
    keptAside: cases.filter(({ customerId }) => isKeptAside(customerId)),
  };
}

/** By an FNV-1a hash of the id, its bits mixed (the end of MurmurHash3): alike ids fall evenly. */
function isKeptAside(customerId: string): boolean {
  let hash = 0x811c9dc5 ^ SEED;
  for (let at = 0; at < customerId.length; at += 1)
    hash = Math.imul(hash ^ customerId.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % PARTS === 0;
}
