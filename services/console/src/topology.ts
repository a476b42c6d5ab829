/** What this service reads and writes. What it changes in the store goes to the log by the notifier's relay. */
export const TOPOLOGY = {
  reads: ['feedback.received.v1', 'feedback.scored.v1'],
  produces: [
    'tasks.v1',
    'customers.v1',
    'owners.v1',
    'contacts.v1',
    'deliveries.v1',
    'settings.v1',
  ],
} as const;
