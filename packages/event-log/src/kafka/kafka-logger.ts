import type { Logger } from '@redress/runtime';
import { logLevel, type LogEntry } from 'kafkajs';

/** Fields of kafkajs's lines that name things, never content. */
const FIELDS = [
  'broker',
  'groupId',
  'memberId',
  'topic',
  'partition',
  'retryCount',
  'retryTime',
] as const;

/**
 * Routes kafkajs's own lines into ours: its errors are warnings here (it tries again, and what ends is told by us), its infos are debug lines.
 * Only fields that name things pass, so that no payload can.
 */
export function kafkaLogCreator(logger: Logger): () => (entry: LogEntry) => void {
  return () =>
    ({ namespace, level, log }) => {
      const fields: Record<string, unknown> = { namespace, says: log.message };
      for (const field of FIELDS) if (log[field] !== undefined) fields[field] = log[field];
      if (typeof log['error'] === 'string') fields['why'] = log['error'];
      if (level === logLevel.ERROR || level === logLevel.WARN) logger.warn(fields, 'kafkajs');
      else logger.debug(fields, 'kafkajs');
    };
}
