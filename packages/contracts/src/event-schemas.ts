import type { z } from 'zod';
import { alertV1 } from './events/alert.v1.ts';
import { contactV1 } from './events/contact.v1.ts';
import { customerV1 } from './events/customer.v1.ts';
import { deadLetterV1 } from './events/dead-letter.v1.ts';
import { deliveryV1 } from './events/delivery.v1.ts';
import { feedbackDecidedV1 } from './events/feedback-decided.v1.ts';
import { feedbackReceivedV1 } from './events/feedback-received.v1.ts';
import { feedbackScoredV1 } from './events/feedback-scored.v1.ts';
import { ownerV1 } from './events/owner.v1.ts';
import { settingV1 } from './events/setting.v1.ts';
import { taskActivityV1 } from './events/task-activity.v1.ts';
import { taskV1 } from './events/task.v1.ts';
import { policy } from './policy.ts';
import type { TopicName } from './topics.ts';

/** What the data of each event must look like, by its type: every topic that is produced. */
export const EVENT_SCHEMAS = {
  'feedback.received.v1': feedbackReceivedV1,
  'feedback.scored.v1': feedbackScoredV1,
  'feedback.decided.v1': feedbackDecidedV1,
  'alerts.v1': alertV1,
  'tasks.v1': taskV1,
  'task-activity.v1': taskActivityV1,
  'customers.v1': customerV1,
  'owners.v1': ownerV1,
  'deliveries.v1': deliveryV1,
  'contacts.v1': contactV1,
  'policies.v1': policy,
  'settings.v1': settingV1,
  'dead-letters.v1': deadLetterV1,
} as const satisfies Partial<Record<TopicName, z.ZodType>>;

/** Types of events that have a schema; the topics that nobody writes yet have none. */
export type EventType = keyof typeof EVENT_SCHEMAS;

/** What an event of a type carries. */
export type EventData<T extends EventType> = z.infer<(typeof EVENT_SCHEMAS)[T]>;
