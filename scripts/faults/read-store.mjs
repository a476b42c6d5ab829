/** What the store holds, as its rows say; asked in plain SQL, so that no code of the services vouches for itself. */
export async function readStore(database) {
  const rows = async (sql) => (await database.query(sql)).rows;
  return {
    feedback: await rows(
      'SELECT feedback_id AS "feedbackId", outcome, task_id AS "taskId" FROM feedback',
    ),
    appliedEvents: (await rows('SELECT event_id FROM applied_events')).map((row) => row.event_id),
    tasks: await rows(
      `SELECT t.id, t.version, coalesce(c.surviving_id, t.customer_id) AS "customerId"
       FROM tasks t LEFT JOIN customers c ON c.id = t.customer_id`,
    ),
    deliveries: (await rows('SELECT data FROM deliveries')).map(({ data }) => data),
    deadLetters: await rows('SELECT feedback_id AS "feedbackId", reason FROM dead_letters'),
  };
}

/**
 * How much has arrived, and what moves still: deliveries that wait or are being sent, rows that are to go out, clocks about to run out.
 * Throws where the store does not answer.
 */
export async function whatMoves(database) {
  const { rows } = await database.query(
    `SELECT (SELECT count(*)::int FROM feedback WHERE outcome IS NOT NULL) AS feedback,
            (SELECT count(*)::int FROM dead_letters) AS "deadLetters",
            (SELECT count(*)::int FROM deliveries WHERE state = 'queued') AS queued,
            (SELECT count(*)::int FROM deliveries WHERE state = 'sending') AS sending,
            (SELECT count(*)::int FROM outbox) AS outbox,
            (SELECT count(*)::int FROM clocks WHERE due_at < now() + interval '15 seconds') AS clocks`,
  );
  return rows[0];
}
