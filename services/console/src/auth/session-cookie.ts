import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'redress_session';

/** Twelve hours, as the session itself. */
const LIFETIME_SECONDS = 12 * 3600;

/** The session that a request brings, null where it brings none. */
export function readSessionCookie(request: FastifyRequest): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = pairs.find((pair) => pair.startsWith(`${COOKIE}=`));
  return own === undefined || own === `${COOKIE}=` ? null : own.slice(COOKIE.length + 1);
}

/** Sent by a browser to our own pages alone, out of reach of scripts. */
export function setSessionCookie(reply: FastifyReply, token: string, secure: boolean): void {
  write(reply, token, secure, LIFETIME_SECONDS);
}

export function clearSessionCookie(reply: FastifyReply, secure: boolean): void {
  write(reply, '', secure, 0);
}

/** A token is letters, digits, `-` and `_`, which a cookie holds as they are. */
function write(reply: FastifyReply, value: string, secure: boolean, maxAge: number): void {
  const attributes = [
    `${COOKIE}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    `Max-Age=${String(maxAge)}`,
    ...(secure ? ['Secure'] : []),
  ];
  void reply.header('set-cookie', attributes.join('; '));
}
