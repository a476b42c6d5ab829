/** What this service reads and writes; all of it. */
export const TOPOLOGY = {
  consumes: [],
  produces: ['feedback.received.v1'],
} as const;
