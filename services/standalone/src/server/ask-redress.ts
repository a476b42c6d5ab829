import { RedressError } from '@redress/runtime';
import { readServerAddress } from '@redress/store';
import type { OpenRedress } from './open-redress.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** A way to ask the API of one data folder, whoever serves it. */
export interface Redress {
  /** By a server that runs; otherwise by this process, as long as it lasts. */
  readonly served: boolean;
  /** A body that is text goes as it is, under `contentType`; everything else as JSON. */
  ask(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    contentType?: string,
  ): Promise<Answer>;
  close(): Promise<void>;
}

/**
 * Asks the console at REDRESS_URL where that is set, else the server that runs on a data folder; where none runs, the folder is opened in this
 * process until `close`, which first waits until what was sent is decided. Throws a RedressError with a sentence where none of it can be.
 */
export async function askRedress(dataDirectory: string): Promise<Redress> {
  const { readConfig, readRemote } = await import('../config.ts');
  const server = readRemote() ?? (await readServerAddress(dataDirectory));
  if (server !== null) return overHttp(server);
  const { openRedress } = await import('./open-redress.ts');
  return inProcess(await openRedress({ dataDirectory, config: readConfig() }));
}

function overHttp({ address, token }: { address: string; token: string }): Redress {
  return {
    served: true,
    async ask(method, path, body, contentType = 'application/json') {
      let response: Response;
      try {
        response = await fetch(new URL(path, address), {
          method,
          headers: {
            authorization: `Bearer ${token}`,
            ...(body === undefined ? {} : { 'content-type': contentType }),
          },
          ...(body === undefined
            ? {}
            : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        });
      } catch (cause) {
        throw new RedressError(
          'REDRESS_SERVER_AWAY',
          `The server at ${address} does not answer; look whether it still runs, or start it again.`,
          {
            retryable: true,
            cause,
          },
        );
      }
      return { status: response.status, body: parse(await response.text()) };
    },
    close: () => Promise.resolve(),
  };
}

function inProcess(redress: OpenRedress): Redress {
  return {
    served: false,
    async ask(method, url, body, contentType = 'application/json') {
      const response = await redress.app.inject({
        method,
        url,
        headers: {
          authorization: `Bearer ${redress.token}`,
          ...(body === undefined ? {} : { 'content-type': contentType }),
        },
        ...(body === undefined
          ? {}
          : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      return { status: response.statusCode, body: parse(response.body) };
    },
    async close() {
      await redress.settled();
      await redress.close();
    },
  };
}

/** Throws with what the problem says where an answer is none of success. */
export function expectSuccess({ status, body }: Answer): unknown {
  if (status < 400) return body;
  const { detail, errors } = {
    ...(body as { detail?: string; errors?: readonly { field: string; message: string }[] }),
  };
  const fields = (errors ?? []).map(({ field, message }) => `${field}: ${message}`).join('; ');
  throw new RedressError(
    status < 500 ? 'REDRESS_USAGE' : 'REDRESS_SERVER_FAILED',
    [detail ?? `The server answered ${String(status)}.`, fields].join(' ').trim(),
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
