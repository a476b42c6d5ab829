import type { AddressInfo, Server } from 'node:net';
import { RedressError } from './redress-error.ts';

/** A web server that is ready to listen, as Fastify's is. */
export interface Listenable {
  listen(options: { host: string; port: number }): Promise<unknown>;
  readonly server: Pick<Server, 'address'>;
}

/**
 * Listens, and answers the address without a slash at the end; port 0 takes a free one. Throws REDRESS_PORT_TAKEN or REDRESS_CANNOT_LISTEN with
 * what to do; `settings` names what to change, e.g. `--host and --port`.
 */
export async function listen(
  app: Listenable,
  { host, port, settings }: { host: string; port: number; settings: string },
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'EADDRINUSE') {
      throw new RedressError(
        'REDRESS_PORT_TAKEN',
        `Port ${String(port)} on ${host} is taken; choose another with ${settings}, or stop what uses it.`,
        { cause },
      );
    }
    throw new RedressError(
      'REDRESS_CANNOT_LISTEN',
      `Cannot listen on ${host}, port ${String(port)} (${String(code)}); choose others with ${settings}.`,
      { cause },
    );
  }
  return addressOf(host, app.server.address() as AddressInfo);
}

/** A bound address as a URL. */
export function addressOf(host: string, { port }: Pick<AddressInfo, 'port'>): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(port)}`;
}
