import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { extname } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse, sendAnswer } from '../http/answer.ts';

/** The page's files lie beside the sources and the built files alike. */
const WEB = new URL('../../web/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Addresses of the page's views; each is the same document, which draws what its address says. */
const VIEWS = ['/', '/tasks/:id', '/outbox', '/outbox/:id', '/pipeline'] as const;

interface PageFile {
  readonly content: Buffer;
  readonly type: string;
  readonly tag: string;
}

/**
 * The page and its files, read once: a few small ones, so that no address can name another. They hold nothing of anybody; what they show is
 * asked of the API.
 */
export async function registerPage(app: FastifyInstance): Promise<void> {
  const files = await readFiles();
  const send = (request: FastifyRequest, reply: FastifyReply, name: string): FastifyReply => {
    const file = files.get(name);
    if (file === undefined) return sendAnswer(reply, refuse(404));
    void reply.headers({ 'cache-control': 'no-cache', etag: file.tag });
    return request.headers['if-none-match'] === file.tag
      ? reply.code(304).send()
      : reply.type(file.type).send(file.content);
  };
  for (const view of VIEWS) {
    app.get(view, (request, reply) => send(request, reply, 'index.html'));
  }
  app.get<{ Params: { file: string } }>('/assets/:file', (request, reply) =>
    send(request, reply, request.params.file),
  );
}

async function readFiles(): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>();
  for (const name of await readdir(WEB)) {
    const type = TYPES[extname(name)];
    if (type === undefined) continue;
    const content = await readFile(new URL(name, WEB));
    const tag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`;
    files.set(name, { content, type, tag });
  }
  return files;
}
