import type { FastifyInstance } from 'fastify';
import { html } from '../links/html.ts';
import type { Route } from '../http/route.ts';
import { openApiOf } from './openapi.ts';

interface Operation {
  readonly summary: string;
}

/** `/docs`: every address in a readable list; `/docs/openapi.json`: the same for programs. */
export function registerDocs(app: FastifyInstance, routes: readonly Route[]): void {
  const document = openApiOf(routes);
  const page = pageOf(document as { paths: Record<string, Record<string, Operation>> });
  app.get('/docs/openapi.json', async (_request, reply) => reply.send(document));
  app.get('/docs', async (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
}

function pageOf({ paths }: { paths: Record<string, Record<string, Operation>> }): string {
  const rows = Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, { summary }]) =>
          html`<tr>
            <td><code>${method.toUpperCase()}</code></td>
            <td><code>${path}</code></td>
            <td>${summary}</td>
          </tr>`,
      ),
    );
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>API · Redress</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="stylesheet" href="/assets/link.css" />
      </head>
      <body>
        <main>
          <h1>The API</h1>
          <p>
            Send <code>Authorization: Bearer …</code> with a token of
            <code>redress token create</code>. Fields and shapes are in
            <a href="/docs/openapi.json">openapi.json</a> (OpenAPI 3.1).
          </p>
          <table class="docs">
            <tbody>
              ${rows}
            </tbody>
          </table>
        </main>
      </body>
    </html>`.html;
}
