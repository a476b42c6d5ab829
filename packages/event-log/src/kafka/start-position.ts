import { RESET_BY_CLIENT, type Bounds } from './read-offsets.ts';

/** Where a partition is read from, or what was lost so that it is not. */
export type Start =
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'lost'; readonly sentence: string };

/**
 * Holds what a group knows against what a partition holds. A group that knows nothing begins with the first record there is.
 * Kafka removes records by age and by command, and a topic made anew begins at 0: neither may be passed in silence.
 */
export function startPosition(place: string, known: number | undefined, bounds: Bounds): Start {
  const { low, high } = bounds;
  if (known === undefined) return { kind: 'at', offset: low };
  const wayOut = `What is left begins at offset ${String(low)}; to go on from there, start once with KAFKA_ON_LOST_RECORDS=earliest.`;
  if (known === RESET_BY_CLIENT) {
    return {
      kind: 'lost',
      sentence: `${place}: records that the group would have read next were gone, and it ended before it could note which. ${wayOut}`,
    };
  }
  if (known < low) {
    return {
      kind: 'lost',
      sentence: `${place}: offsets ${String(known)} to ${String(low - 1)} were removed from Kafka before the group read them. ${wayOut}`,
    };
  }
  if (known > high) {
    return {
      kind: 'lost',
      sentence: `${place}: the group would read offset ${String(known)} next, but the partition ends at ${String(high)}: Kafka lost records, or the topic was made anew. ${wayOut}`,
    };
  }
  return { kind: 'at', offset: known };
}
