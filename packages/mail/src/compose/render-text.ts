import { mixesWith } from '../text/direction.ts';
import { isolate } from '../text/isolate.ts';
import type { Block, Letter, Line, Span } from './letter.ts';

/** The plain text part. Somebody else's text stands in Unicode isolates where its direction could disturb ours. */
export function renderText(letter: Letter): string {
  const write = (line: Line): string =>
    line.map((span) => spanText(span, letter.direction)).join('');
  return `${letter.blocks.map((block) => blockText(block, write)).join('\n\n')}\n`;
}

function blockText(block: Block, write: (line: Line) => string): string {
  switch (block.kind) {
    case 'section':
      return [
        block.heading,
        ...block.lines.map((line) => (block.look === 'list' ? `- ${write(line)}` : write(line))),
      ].join('\n');
    case 'quote':
      return [
        `${block.heading} (${write(block.caption)})`,
        ...block.lines.map((line) => `> ${write(line)}`),
      ].join('\n');
    case 'buttons':
      return block.buttons.map((button) => `[ ${button.label} ] ${button.url}`).join('\n');
    case 'note':
      return block.lines.map(write).join('\n');
  }
}

function spanText(span: Span, direction: 'ltr' | 'rtl'): string {
  const text = span.text.replace(/\p{Cc}+|\u2028|\u2029/gu, ' ');
  return span.theirs !== undefined && mixesWith(text, direction) ? isolate(text) : text;
}
