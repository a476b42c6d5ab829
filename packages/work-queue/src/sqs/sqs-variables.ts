import { z } from 'zod';

/** A queue's address as AWS and `aws sqs get-queue-url` tell it: it names the endpoint, the account and the queue. */
export const queueUrl = z.url({
  protocol: /^https?$/,
  error:
    'must be the URL of a queue, e.g. https://sqs.eu-central-1.amazonaws.com/123456789012/deliveries',
});

/** Variables of the delivery queue. Region and credentials come by the SDK's own (AWS_REGION, AWS_ACCESS_KEY_ID, AWS_PROFILE …). */
export const sqsVariables = {
  SQS_DELIVERIES_URL: queueUrl.describe(
    'URL of the SQS queue between notifier and courier; its host is the endpoint. Region and credentials come by the variables of the AWS SDK.',
  ),
};
