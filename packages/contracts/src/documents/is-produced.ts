import { EVENT_SCHEMAS, type EventType } from '../event-schemas.ts';
import type { TopicName } from '../topics.ts';

/** Whether somebody writes a topic by now; one that is only planned has no schema yet. */
export function isProduced(name: TopicName): name is EventType {
  return Object.hasOwn(EVENT_SCHEMAS, name);
}
