import type { Queryable } from '../queryable.ts';

/** A source that feedback came from, or that was named before any came. */
export interface SourceState {
  readonly source: string;
  readonly live: boolean;
  /** Feedbacks kept, samples apart. */
  readonly feedbacks: number;
  readonly lastReceivedAt: string | null;
}

interface Row {
  source: string;
  live: boolean;
  feedbacks: number;
  last_received_at: string | null;
}

/** All sources by name. */
export async function listSources(db: Queryable): Promise<readonly SourceState[]> {
  const { rows } = await db.query<Row>(
    `SELECT coalesce(s.name, f.source) AS source, coalesce(s.live, true) AS live,
            coalesce(f.feedbacks, 0) AS feedbacks, f.last_received_at
     FROM sources s
     FULL JOIN (SELECT source, count(*) AS feedbacks, max(received_at) AS last_received_at
                FROM feedback WHERE NOT sample GROUP BY source) f ON f.source = s.name
     ORDER BY 1`,
  );
  return rows.map((row) => ({
    source: row.source,
    live: row.live,
    feedbacks: row.feedbacks,
    lastReceivedAt: row.last_received_at,
  }));
}
