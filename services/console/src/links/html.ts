/** HTML that is safe as it stands; made by `html` alone. */
export interface Html {
  readonly html: string;
}

type Part = string | Html | readonly Html[] | null;

/** HTML from a template: everything put into it is escaped unless it is HTML itself. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return {
    html: strings.reduce((text, piece, index) => text + piece + textOf(parts[index] ?? null), ''),
  };
}

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string') return escape(part);
  return 'html' in part ? part.html : part.map((one) => one.html).join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
