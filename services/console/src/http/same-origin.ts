import type { FastifyRequest } from 'fastify';

/**
 * Whether a browser sent this from our own page: it says so itself (`Sec-Fetch-Site`), or its `Origin` names the host it was sent to.
 * Neither header: it is not known, so no.
 */
export function isSameOrigin(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  return origin !== undefined && URL.canParse(origin) && new URL(origin).host === request.host;
}
