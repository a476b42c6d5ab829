import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { RedressError } from '@redress/runtime';

/** Listens, and answers the address. Throws REDRESS_PORT_TAKEN or REDRESS_CANNOT_LISTEN with what to do. */
export async function listen(
  app: FastifyInstance,
  { host, port }: { host: string; port: number },
): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code === 'EADDRINUSE') {
      throw new RedressError(
        'REDRESS_PORT_TAKEN',
        `Port ${String(port)} on ${host} is taken; choose another with --port, or stop what uses it.`,
        { cause },
      );
    }
    throw new RedressError(
      'REDRESS_CANNOT_LISTEN',
      `Cannot listen on ${host}, port ${String(port)} (${String(code)}); choose another with --host and --port.`,
      { cause },
    );
  }
  const { port: bound } = app.server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(bound)}`;
}
