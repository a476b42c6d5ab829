/**
 * Reads mails that we wrote ourselves: a flat multipart of text and HTML. It is no general reader of mail and is given none.
 */

/** Header fields by lower-case name, unfolded, words of RFC 2047 decoded. The first of a name wins. */
export function decodeHeaders(raw: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of raw.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).toLowerCase();
    if (colon > 0 && !fields.has(name)) fields.set(name, decodeWords(line.slice(colon + 1).trim()));
  }
  return fields;
}

/** The parts' text by content type, e.g. `text/html`. */
export function decodeParts(source: string): ReadonlyMap<string, string> {
  const { head, body } = splitHead(source);
  const headers = decodeHeaders(head);
  const boundary = /boundary="?([^";]+)"?/iu.exec(headers.get('content-type') ?? '')?.[1];
  const parts =
    boundary === undefined
      ? [source]
      : body
          .split(`--${boundary}`)
          .slice(1, -1)
          .map((part) => part.replace(/^\r?\n/u, '').replace(/\r?\n$/u, ''));
  return new Map(
    parts.map((part) => {
      const inner = splitHead(part);
      const innerHeaders = decodeHeaders(inner.head);
      const type =
        (innerHeaders.get('content-type') ?? 'text/plain').split(';')[0]?.trim().toLowerCase() ??
        'text/plain';
      return [
        type,
        decodeBody(inner.body, innerHeaders.get('content-transfer-encoding') ?? '7bit'),
      ];
    }),
  );
}

/** Headers and what follows them. */
export function splitHead(source: string): { readonly head: string; readonly body: string } {
  const end = /\r?\n\r?\n/u.exec(source);
  return end === null
    ? { head: source, body: '' }
    : { head: source.slice(0, end.index), body: source.slice(end.index + end[0].length) };
}

function decodeBody(body: string, encoding: string): string {
  switch (encoding.toLowerCase()) {
    case 'base64':
      return Buffer.from(body, 'base64').toString('utf8');
    case 'quoted-printable':
      return decodeQuoted(body.replace(/=\r?\n/gu, '')).toString('utf8');
    default:
      return Buffer.from(body, 'latin1').toString('utf8');
  }
}

/** Encoded words; those that follow one another are one run of bytes, because a character may be cut between them. */
function decodeWords(value: string): string {
  return value.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/giu, (run) => {
    const bytes = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/giu)].map(([, kind, text = '']) =>
      kind?.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64')
        : decodeQuoted(text.replaceAll('_', ' ')),
    );
    return Buffer.concat(bytes).toString('utf8') + (/\s$/u.test(run) ? ' ' : '');
  });
}

function decodeQuoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
}
