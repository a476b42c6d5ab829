import { html } from './html.ts';
import type { Html } from './html.ts';

/** A page of its own for whoever comes from a mail: no script, no session, nothing from elsewhere. */
export function linkPage(title: string, ...content: readonly Html[]): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Redress</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="stylesheet" href="/assets/link.css" />
      </head>
      <body>
        <main class="letter">
          <p class="brand">Redress</p>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.html;
}
