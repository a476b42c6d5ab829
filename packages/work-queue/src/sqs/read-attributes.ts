import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { z } from 'zod';
import type { QueueContext } from './sqs-client.ts';

/** What a queue tells of itself. */
export interface QueueAttributes {
  readonly arn: string;
  readonly visible: number;
  /** In somebody's hand, or delayed. */
  readonly hidden: number;
  /** Where messages go that are never done with, and after how many receives; null: nowhere. */
  readonly redrive: { readonly deadLetterArn: string; readonly maxReceives: number } | null;
}

/** ElasticMQ tells the count as a number, AWS as a text. */
const redrivePolicy = z.object({
  deadLetterTargetArn: z.string().min(1),
  maxReceiveCount: z.coerce.number().int().min(1),
});

/** Asks a queue for its counts (about, on AWS) and its redrive policy. */
export async function readAttributes(
  { client, soon }: QueueContext,
  url: string,
): Promise<QueueAttributes> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: [
        'QueueArn',
        'RedrivePolicy',
        'ApproximateNumberOfMessages',
        'ApproximateNumberOfMessagesNotVisible',
        'ApproximateNumberOfMessagesDelayed',
      ],
    }),
    soon,
  );
  return {
    arn: Attributes.QueueArn ?? '',
    visible: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    hidden:
      Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0),
    redrive: redriveOf(Attributes.RedrivePolicy),
  };
}

function redriveOf(policy: string | undefined): QueueAttributes['redrive'] {
  if (policy === undefined || policy === '') return null;
  const { deadLetterTargetArn, maxReceiveCount } = redrivePolicy.parse(JSON.parse(policy));
  return { deadLetterArn: deadLetterTargetArn, maxReceives: maxReceiveCount };
}
