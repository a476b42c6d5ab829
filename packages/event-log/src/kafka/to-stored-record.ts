import type { TopicName } from '@redress/contracts';
import type { IHeaders, KafkaMessage } from 'kafkajs';
import type { StoredRecord } from '../port.ts';

/** A message as the port has it. Somebody else's may lack a key (then it is empty) or repeat a header (the first counts). */
export function toStoredRecord(
  topic: TopicName,
  partition: number,
  message: Pick<KafkaMessage, 'key' | 'value' | 'offset' | 'timestamp'> & { headers?: IHeaders },
): StoredRecord {
  return {
    topic,
    partition,
    offset: Number(message.offset),
    key: message.key?.toString('utf8') ?? '',
    value: message.value,
    headers: headersOf(message.headers),
    at: new Date(Number(message.timestamp)).toISOString(),
  };
}

function headersOf(given: IHeaders | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) headers[name] = first.toString('utf8');
  }
  return headers;
}
