/** What this service reads and writes; all of it, dead letters where it cannot. Records keep their key and partition on the way through. */
export const TOPOLOGY = {
  group: 'redress.scorer',
  consumes: ['feedback.received.v1'],
  /** Followed from its start, outside the group: what to listen for. */
  reads: ['policies.v1'],
  produces: ['feedback.scored.v1', 'dead-letters.v1'],
} as const;
