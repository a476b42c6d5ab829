import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isReady } from './health.ts';
import type { Health } from './health.ts';
import { addressOf } from './listen.ts';
import type { Metrics } from './metrics.ts';
import { RedressError } from './redress-error.ts';

export interface OperationsServer {
  /** Without a slash at the end. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Answers whoever operates the process: `/health` and `/health/ready` (503 while something it needs is away), `/health/live`, `/metrics`. Port 0 takes a free one.
 * Throws REDRESS_CANNOT_LISTEN.
 */
export async function startOperationsServer(options: {
  readonly host: string;
  readonly port: number;
  readonly health: Health;
  readonly metrics: Metrics;
}): Promise<OperationsServer> {
  const { host, port, health, metrics } = options;
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/health': ready,
    '/health/ready': ready,
    '/health/live': (response) => {
      sendJson(response, 200, health.live());
      return Promise.resolve();
    },
    '/metrics': async (response) => {
      response.writeHead(200, { 'content-type': metrics.contentType }).end(await metrics.text());
    },
  };
  async function ready(response: ServerResponse): Promise<void> {
    const state = await health.ready();
    sendJson(response, isReady(state) ? 200 : 503, state);
  }

  const server = createServer((request, response) => {
    const answer = answers[(request.url ?? '').replace(/\?.*$/s, '')];
    if (answer === undefined || request.method !== 'GET') {
      sendJson(response, 404, {
        detail: 'There are /health, /health/live, /health/ready, /metrics.',
      });
      return;
    }
    answer(response).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new RedressError(
          'REDRESS_CANNOT_LISTEN',
          `Cannot listen on ${host}, port ${String(port)}, for health and metrics; choose another with REDRESS_OPS_PORT.`,
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  return {
    address: addressOf(host, server.address() as AddressInfo),
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
