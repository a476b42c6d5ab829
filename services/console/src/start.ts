import { listen } from '@redress/runtime';
import type { Running } from '@redress/runtime';
import Fastify from 'fastify';
import type { ConsoleDependencies } from './dependencies.ts';
import { SERVER_OPTIONS } from './http/register-errors.ts';
import { registerConsole } from './register-console.ts';

export interface Console extends Running {
  /** Without a slash at the end. */
  readonly address: string;
}

/** Starts the console as a server of its own. Port 0 takes a free one. */
export async function startConsole(
  deps: ConsoleDependencies & { readonly host: string; readonly port: number },
): Promise<Console> {
  const app = Fastify({ ...SERVER_OPTIONS, logger: false, forceCloseConnections: true });
  await registerConsole(app, deps);
  const { host, port } = deps;
  const address = await listen(app, { host, port, settings: 'REDRESS_HOST and REDRESS_PORT' });
  return { address, stop: () => app.close() };
}
