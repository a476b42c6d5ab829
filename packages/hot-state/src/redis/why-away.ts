import { RedressError } from '@redress/runtime';

/** What failed, as REDRESS_REDIS_AWAY with the reason in a word: what the server answered, or else what is wrong with the connection. */
export function whyAway(thrown: unknown, connectionError: unknown): RedressError {
  const cause = isReply(thrown) ? thrown : (connectionError ?? thrown);
  return new RedressError(
    'REDRESS_REDIS_AWAY',
    `Redis does not do its work (${wordOf(cause)}). See that it runs at REDIS_URL; nothing is lost meanwhile.`,
    { retryable: true, cause },
  );
}

/** Of a reply the first word alone (`OOM`, `NOAUTH`): the rest may quote what was sent. */
function wordOf(cause: unknown): string {
  const { code, message } = cause as { code?: unknown; message?: unknown };
  if (typeof code === 'string') return code;
  if (typeof message !== 'string') return 'unknown';
  return isReply(cause) ? message.replace(/ .*$/s, '') : message;
}

function isReply(thrown: unknown): boolean {
  return (thrown as { name?: unknown }).name === 'ReplyError';
}
