import type { Clock } from '@redress/runtime';
import type { QueueMessage, WorkQueue } from './port.ts';

/** What the embedded queue needs of a database; the composition root hands over the store's. */
export interface QueueDatabase {
  query<Row extends object>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<{ readonly rows: readonly Row[]; readonly affectedRows: number }>;
}

export interface EmbeddedQueueOptions {
  readonly database: QueueDatabase;
  readonly clock: Clock;
  /** Queues of different names do not see each other. */
  readonly name: string;
  /** Received so often without being deleted, a message is put aside. */
  readonly maxReceives?: number;
}

interface MessageRow {
  id: number;
  body: string;
  receipt: number;
  receive_count: number;
}

/** A work queue in the table `queue_messages` of the store: as durable as the store, one statement an operation. */
export function createEmbeddedQueue(options: EmbeddedQueueOptions): WorkQueue {
  const { database, clock, name, maxReceives = 8 } = options;
  const later = (seconds: number): string =>
    new Date(Date.parse(clock.now()) + seconds * 1000).toISOString();

  return {
    name,

    async send(messages) {
      if (messages.length === 0) return;
      await database.query(
        `INSERT INTO queue_messages (queue, body, visible_at)
         SELECT $1, body, visible_at
         FROM unnest($2::text[], $3::timestamptz[]) WITH ORDINALITY AS given (body, visible_at, place)
         ORDER BY place`,
        [
          name,
          messages.map(({ body }) => body),
          messages.map(({ delaySeconds }) => later(delaySeconds ?? 0)),
        ],
      );
    },

    async receive(max, visibilitySeconds) {
      const now = clock.now();
      await database.query(
        `UPDATE queue_messages SET dead = true
         WHERE queue = $1 AND NOT dead AND visible_at <= $2::timestamptz AND receive_count >= $3::integer`,
        [name, now, maxReceives],
      );
      const { rows } = await database.query<MessageRow>(
        `WITH next AS (
           SELECT id FROM queue_messages
           WHERE queue = $1 AND NOT dead AND visible_at <= $2::timestamptz
           ORDER BY visible_at, id
           LIMIT $3::integer
           FOR UPDATE SKIP LOCKED
         ), received AS (
           UPDATE queue_messages m
           SET receive_count = receive_count + 1, receipt = receipt + 1, visible_at = $4::timestamptz
           FROM next WHERE m.id = next.id
           RETURNING m.id, m.body, m.receipt, m.receive_count
         )
         SELECT * FROM received ORDER BY id`,
        [name, now, max, later(visibilitySeconds)],
      );
      return rows.map(toMessage);
    },

    async delete({ id, receipt }) {
      await database.query(
        'DELETE FROM queue_messages WHERE queue = $1 AND id = $2::bigint AND receipt = $3::bigint AND NOT dead',
        [name, id, receipt],
      );
    },

    async changeVisibility({ id, receipt }, seconds) {
      await database.query(
        `UPDATE queue_messages SET visible_at = $4::timestamptz
         WHERE queue = $1 AND id = $2::bigint AND receipt = $3::bigint AND NOT dead`,
        [name, id, receipt, later(seconds)],
      );
    },

    async depth() {
      const { rows } = await database.query<{ visible: number; hidden: number; dead: number }>(
        `SELECT count(*) FILTER (WHERE NOT dead AND visible_at <= $2::timestamptz) AS visible,
                count(*) FILTER (WHERE NOT dead AND visible_at > $2::timestamptz) AS hidden,
                count(*) FILTER (WHERE dead) AS dead
         FROM queue_messages WHERE queue = $1`,
        [name, clock.now()],
      );
      return rows[0] ?? { visible: 0, hidden: 0, dead: 0 };
    },

    async redrive() {
      const { affectedRows } = await database.query(
        `UPDATE queue_messages SET dead = false, receive_count = 0, visible_at = $2::timestamptz
         WHERE queue = $1 AND dead`,
        [name, clock.now()],
      );
      return affectedRows;
    },

    async ping() {
      await database.query('SELECT 1');
    },
  };
}

function toMessage({ id, body, receipt, receive_count: receiveCount }: MessageRow): QueueMessage {
  return { id: String(id), receipt: String(receipt), body, receiveCount };
}
