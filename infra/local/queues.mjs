/** The queues that infra/elasticmq.conf makes; each has its dead-letter queue beside it, `<name>-dead`. */
export const DELIVERIES = 'redress-deliveries';
export const FEEDBACK = 'redress-feedback';
export const QUEUES = [DELIVERIES, FEEDBACK].flatMap((name) => [name, `${name}-dead`]);

/** Address of a queue, as the SQS engine at `base` names it. */
export function queueUrl(base, name) {
  return `${base}/000000000000/${name}`;
}
