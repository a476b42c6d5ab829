import { systemClock } from '@redress/runtime';
import type { Command } from 'commander';
import { askRedress } from '../server/ask-redress.ts';
import { readKafkaConfig } from './config.ts';
import { overHttp } from './over-http.ts';
import type { TopicSource } from './topic-source.ts';

/**
 * Where a command looks: at Kafka where KAFKA_BROKERS names one and no data folder was asked for, otherwise at the data folder, through its server
 * where one runs. Throws a RedressError with a sentence where neither answers.
 */
export async function openTopicSource(command: Command): Promise<TopicSource> {
  const config = command.getOptionValueSource('dataDir') === 'default' ? readKafkaConfig() : null;
  if (config === null) {
    return overHttp(await askRedress(command.opts<{ dataDir: string }>().dataDir));
  }
  // The engines are loaded by those commands alone that need them.
  const { openKafkaLog } = await import('@redress/event-log');
  const { overLog } = await import('./over-log.ts');
  return overLog(await openKafkaLog({ config, clock: systemClock }), systemClock);
}
