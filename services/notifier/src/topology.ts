/** What this service reads and writes; all of it. How far it has read is kept in its store, in the transaction of the effects. */
export const TOPOLOGY = {
  group: 'redress.notifier',
  consumes: ['feedback.scored.v1'],
  produces: [
    'feedback.decided.v1',
    'alerts.v1',
    'tasks.v1',
    'customers.v1',
    'deliveries.v1',
    'task-activity.v1',
    'settings.v1',
    'dead-letters.v1',
  ],
} as const;
