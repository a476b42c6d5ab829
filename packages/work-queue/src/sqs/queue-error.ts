import { RedressError, isRedressError } from '@redress/runtime';

/** Wrong for as long as nobody corrects it: the way out by the SDK's name of the error. */
const MISCONFIGURED: readonly (readonly [names: RegExp, wayOut: string])[] = [
  [
    /^(QueueDoesNotExist|.*NonExistentQueue)$/,
    'does not exist where its URL points. Create it, or correct the URL, the account or the region.',
  ],
  [
    /^(AccessDenied|AccessDeniedException|InvalidClientTokenId|UnrecognizedClientException|InvalidAccessKeyId|SignatureDoesNotMatch|InvalidSecurity|InvalidSignatureException|KmsAccessDenied)$/,
    'refuses these credentials. Allow them to send, receive, delete, change visibility and read attributes of it and of its dead-letter queue.',
  ],
  [
    /^CredentialsProviderError$/,
    'cannot be asked without credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, AWS_PROFILE, or a role.',
  ],
  [/^InvalidAddress$/, 'is not at this URL. Correct it.'],
];

/**
 * What an engine's error means to whoever asked: REDRESS_QUEUE_MISCONFIGURED with the way out where trying again is in vain,
 * else a retryable REDRESS_QUEUE_UNAVAILABLE.
 */
export function queueError(thrown: unknown, queue: string): RedressError {
  if (isRedressError(thrown)) return thrown;
  const name = thrown instanceof Error ? thrown.name : '';
  if (thrown instanceof Error && thrown.message === 'Region is missing') {
    return misconfigured(queue, 'cannot be asked without a region. Set AWS_REGION.', thrown);
  }
  const wayOut = MISCONFIGURED.find(([names]) => names.test(name))?.[1];
  if (wayOut !== undefined) return misconfigured(queue, wayOut, thrown);
  return new RedressError(
    'REDRESS_QUEUE_UNAVAILABLE',
    `The queue ${queue} does not answer${name === '' ? '' : ` (${name})`}. It is tried again; see that it runs and can be reached.`,
    { retryable: true, cause: thrown },
  );
}

/** Whether the engine says that a receipt is not valid any more: the message was received again, deleted, or its time was up. */
export function isPastReceipt(code: string | undefined, message: string | undefined): boolean {
  return (
    /(ReceiptHandleIsInvalid|MessageNotInflight)$/.test(code ?? '') ||
    (/(InvalidParameterValue|InvalidAttributeValue)$/.test(code ?? '') &&
      /receipt handle|message does not exist|not available for visibility/i.test(message ?? ''))
  );
}

function misconfigured(queue: string, wayOut: string, cause: unknown): RedressError {
  return new RedressError('REDRESS_QUEUE_MISCONFIGURED', `The queue ${queue} ${wayOut}`, { cause });
}
