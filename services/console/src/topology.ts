/** What this service reads and writes. What it changes in the store goes to the log by the notifier's relay; dead letters it puts back itself. */
export const TOPOLOGY = {
  reads: ['feedback.received.v1', 'feedback.scored.v1'],
  produces: [
    'feedback.decided.v1',
    'alerts.v1',
    'tasks.v1',
    'task-activity.v1',
    'customers.v1',
    'owners.v1',
    'contacts.v1',
    'deliveries.v1',
    'policies.v1',
    'settings.v1',
    'dead-letters.v1',
  ],
} as const;
