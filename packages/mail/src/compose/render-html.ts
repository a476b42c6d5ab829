import { escapeHtml } from '../text/escape-html.ts';
import { balanceIsolates } from '../text/isolate.ts';
import type { Block, Button, Letter, Line, Span } from './letter.ts';

const FONT =
  "-apple-system,'Segoe UI',Roboto,'Noto Sans','Noto Sans Arabic','Noto Sans Thai',Arial,sans-serif";
const HEADING = 'margin:0 0 4px;font-size:14px;line-height:20px;font-weight:bold;color:#555555';
const BUTTON =
  'display:block;margin:0 2px;padding:11px 6px;border:1px solid #1a1a1a;border-radius:6px;font-size:16px;line-height:22px;font-weight:bold;text-align:center;text-decoration:none';

/** The HTML part: one column, inline styles, dark on white, nothing loaded from anywhere; only our own buttons are links. */
export function renderHtml(letter: Letter): string {
  const side = letter.direction === 'rtl' ? 'right' : 'left';
  const blocks = letter.blocks.map((block) => blockHtml(block, side)).join('\n');
  return `<!DOCTYPE html>
<html lang="${escapeHtml(letter.language)}" dir="${letter.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${escapeHtml(letter.subject)}</title>
</head>
<body style="margin:0;padding:0;background:#ffffff;color:#1a1a1a">
<div style="display:none;max-height:0;overflow:hidden">${escapeHtml(balanceIsolates(letter.preheader))}</div>
<div dir="${letter.direction}" style="max-width:560px;margin:0 auto;padding:20px 16px 32px;font-family:${FONT};font-size:16px;line-height:24px;color:#1a1a1a;text-align:${side};overflow-wrap:anywhere">
${blocks}
</div>
</body>
</html>
`;
}

function blockHtml(block: Block, side: 'left' | 'right'): string {
  switch (block.kind) {
    case 'section': {
      const lead = block.look === 'lead' ? 'font-size:18px;line-height:26px' : '';
      return `<div style="margin:0 0 22px">\n<p style="${HEADING}">${escapeHtml(block.heading)}</p>\n${
        block.look === 'list'
          ? listHtml(block.lines, side)
          : block.lines.map((line, index) => paragraph(line, index === 0 ? lead : '')).join('\n')
      }\n</div>`;
    }
    case 'quote':
      return `<div style="margin:0 0 22px">\n<p style="${HEADING}">${escapeHtml(block.heading)} <span style="font-weight:normal">(${lineHtml(block.caption)})</span></p>\n<div style="margin:6px 0 0;padding:2px 12px;border-${side}:3px solid #b5b5b5">\n${block.lines.map((line) => quoted(line, side)).join('\n')}\n</div>\n</div>`;
    case 'buttons':
      return buttonsHtml(block.buttons);
    case 'note':
      return `<div style="margin:0 0 22px;font-size:14px;line-height:21px;color:#555555">\n${block.lines.map((line) => paragraph(line, '')).join('\n')}\n</div>`;
  }
}

function paragraph(line: Line, style: string): string {
  return `<p style="margin:0 0 4px${style === '' ? '' : `;${style}`}">${lineHtml(line)}</p>`;
}

/** Rows of a table instead of a list: mail programs differ in how far they indent one. */
function listHtml(lines: readonly Line[], side: 'left' | 'right'): string {
  const rows = lines.map(
    (line) =>
      `<tr><td style="padding:5px 0;border-top:1px solid #e3e3e3;text-align:${side};font-size:16px;line-height:23px">${lineHtml(line)}</td></tr>`,
  );
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;border-collapse:collapse">\n${rows.join('\n')}\n</table>`;
}

/** A line that is all theirs takes its own direction; the bar stays on the mail's side. */
function quoted(line: Line, side: 'left' | 'right'): string {
  const direction =
    line.find((span) => span.theirs !== undefined)?.theirs?.direction ??
    (side === 'right' ? 'rtl' : 'ltr');
  return `<p dir="${direction}" style="margin:4px 0;font-size:17px;line-height:27px;text-align:${direction === 'rtl' ? 'right' : 'left'}">${lineHtml(line)}</p>`;
}

/** The first across the whole width, the others two by two, each as high as a thumb. */
function buttonsHtml(buttons: readonly Button[]): string {
  const [first, ...others] = buttons;
  const rows: string[] =
    first === undefined
      ? []
      : [
          `<tr><td colspan="2" style="padding:0 0 8px">${buttonHtml(first, 'background:#1a1a1a;color:#ffffff')}</td></tr>`,
        ];
  for (let index = 0; index < others.length; index += 2) {
    const pair = others.slice(index, index + 2);
    const cells = pair.map(
      (button) =>
        `<td${pair.length === 1 ? ' colspan="2"' : ' width="50%"'} style="padding:0 0 8px">${buttonHtml(button, 'background:#ffffff;color:#1a1a1a')}</td>`,
    );
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table role="presentation" cellpadding="0" cellspacing="0" style="width:100%;margin:0 0 18px;border-collapse:collapse;table-layout:fixed">\n${rows.join('\n')}\n</table>`;
}

function buttonHtml(button: Button, colours: string): string {
  return `<a href="${escapeHtml(button.url)}" style="${BUTTON};${colours}">${escapeHtml(button.label)}</a>`;
}

function lineHtml(line: Line): string {
  return line.map(spanHtml).join('');
}

function spanHtml(span: Span): string {
  const text = escapeHtml(balanceIsolates(span.text));
  const marked =
    span.theirs === undefined
      ? text
      : `<bdi dir="${span.theirs.direction}"${span.theirs.language === null ? '' : ` lang="${escapeHtml(span.theirs.language)}"`}>${text}</bdi>`;
  return span.strong === true ? `<strong>${marked}</strong>` : marked;
}
