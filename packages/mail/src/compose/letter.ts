import { directionOf } from '../text/direction.ts';
import { unlink } from '../text/unlink.ts';

/** A run of text. `theirs`: somebody else's words, numbers or names, kept apart from ours in direction and language. */
export interface Span {
  readonly text: string;
  readonly strong?: true;
  readonly theirs?: { readonly language: string | null; readonly direction: 'ltr' | 'rtl' };
}
export type Line = readonly Span[];

export interface Button {
  readonly label: string;
  readonly url: string;
}

/** A part of a mail; text and HTML are written from the same blocks, so they say the same. */
export type Block =
  | {
      readonly kind: 'section';
      readonly heading: string;
      readonly lines: readonly Line[];
      readonly look: 'lead' | 'plain' | 'list';
    }
  | {
      readonly kind: 'quote';
      readonly heading: string;
      readonly caption: Line;
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  | { readonly kind: 'note'; readonly lines: readonly Line[] };

/** A mail before it is text or HTML. */
export interface Letter {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly subject: string;
  readonly preheader: string;
  readonly blocks: readonly Block[];
}

/** Our own words. */
export function say(text: string): Span {
  return { text };
}

/** Our own words, in bold. */
export function stress(text: string): Span {
  return { text, strong: true };
}

/** Somebody else's words; links in them are made dead. */
export function theirs(text: string, language: string | null = null): Span {
  return { text: unlink(text), theirs: { language, direction: directionOf(text) } };
}

/** A name in bold, in its own direction. */
export function stressTheirs(text: string): Span {
  return { ...theirs(text), strong: true };
}

/** The lines joined into one, with a separator between them. */
export function join(lines: readonly Line[], separator = ' · '): Line {
  return lines
    .filter((line) => line.length > 0)
    .flatMap((line, index) => (index === 0 ? line : [say(separator), ...line]));
}
