import { kafkaVariables } from '@redress/event-log';
import { loadConfig, secretVariables, serviceVariables } from '@redress/runtime';
import { queueUrl } from '@redress/work-queue';
import { z } from 'zod';

/** Everything this process reads from the environment; region and credentials of the queue come by the variables of the AWS SDK. */
export const variables = z.object({
  SQS_FEEDBACK_URL: queueUrl.describe(
    'URL of the SQS queue that feedback comes from; its host is the endpoint.',
  ),
  ...kafkaVariables,
  ...secretVariables,
  ...serviceVariables,
});

/** Reads the environment, once. Throws REDRESS_CONFIG_INVALID naming every variable that is wrong. */
export function readConfig(): Readonly<z.infer<typeof variables>> {
  return loadConfig(variables, process.env, { service: 'ingestor-sqs' });
}
