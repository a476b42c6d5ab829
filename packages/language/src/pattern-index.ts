import { GluedLetters } from './glued-letters.ts';
import { normalise } from './normalise.ts';
import type { Notation, PatternContext } from './pattern.ts';
import { notationOf, STEM } from './pattern.ts';
import type { Need } from './pattern-shape.ts';
import { ShapeReader } from './pattern-shape.ts';
import { Readings } from './readings.ts';
import type { SinglePattern } from './single-pattern.ts';
import { NONE, singlePattern } from './single-pattern.ts';
import type { Expression, Span } from './span.ts';
import { isWord } from './word-characters.ts';
import type { Listed } from './word-trie.ts';
import { emptyNode, listedAt } from './word-trie.ts';

/** What one pass over a text found for an expression: the places worth a try, and once it was asked for, its spans. */
interface Found {
  readonly places: number[];
  spans: readonly Span[] | null;
}

type Reading = (Found | undefined)[];

const NO_SPANS: readonly Span[] = [];
const FAR = 2 ** 30;
// a place is a number: where, behind which glued letters, which pattern; so that the order of trying is the order of numbers
const MOST_PATTERNS = 2 ** 16;
const MOST_GLUED = 2 ** 6;
const PER_CHARACTER = MOST_PATTERNS * MOST_GLUED;

/**
 * All patterns of a lexicon by the letters they start with. One pass over a text finds, for every expression, the few places where one of its patterns
 * can match: its start is there and its further words stand near enough behind. Only there it is tried. The answer is that of one regular expression
 * with all patterns as alternatives.
 */
export class PatternIndex {
  readonly #context: PatternContext;
  readonly #notation: Notation;
  readonly #shapes: ShapeReader;
  readonly #glued: GluedLetters;
  readonly #readings = new Readings<Reading>((text) => this.#read(text));
  readonly #root = emptyNode();
  /** Patterns whose start cannot be told. */
  readonly #anywhere: number[] = [];
  readonly #expressions: SinglePattern[][] = [];
  /** By number of the shape. */
  readonly #expressionOf: number[] = [];
  readonly #orderOf: number[] = [];
  readonly #needsOf: (readonly (readonly [part: number, within: number])[])[] = [];
  readonly #parts = new Map<string, number>();
  // used again by every pass
  #nearest = new Int32Array(0);
  readonly #nodes: Listed[] = [];

  constructor(context: PatternContext) {
    this.#context = context;
    this.#notation = notationOf(context);
    this.#shapes = new ShapeReader(context);
    this.#glued = new GluedLetters(context.spaced ? (context.prefixes ?? []) : []);
  }

  /** An expression of these patterns; null where there are none. */
  add(patterns: readonly string[]): Expression | null {
    if (patterns.length === 0) return null;
    const isStem = (pattern: string): boolean => STEM.test(normalise(pattern).text);
    const stems = patterns.filter(isStem);
    // the lone stems stand last, so that a phrase that begins with one is found whole
    const ordered =
      this.#context.spaced && stems.length > 1
        ? [...patterns.filter((pattern) => !isStem(pattern)), ...stems]
        : patterns;
    const id = this.#expressions.length;
    this.#expressions.push(
      ordered.map((pattern, order) => {
        this.#enter(pattern, id, order);
        return singlePattern(pattern, this.#context, this.#notation);
      }),
    );
    return { spansIn: (text) => this.#spans(id, text) };
  }

  #enter(pattern: string, expression: number, order: number): void {
    for (const { starts, needs } of this.#shapes.shapesOf(pattern)) {
      const number = this.#expressionOf.push(expression) - 1;
      this.#orderOf.push(order);
      this.#needsOf.push(needs.map((need) => [this.#partOf(need), need.within]));
      if (starts === null) this.#anywhere.push(number);
      else {
        for (const { text, whole } of starts) {
          const list = listedAt(this.#root, text, whole).patterns;
          if (list.at(-1) !== number) list.push(number);
        }
      }
    }
  }

  #partOf(need: Need): number {
    const known = this.#parts.get(need.part);
    if (known !== undefined) return known;
    const part = this.#parts.size;
    this.#parts.set(need.part, part);
    for (const { text, whole } of need.starts) {
      const list = listedAt(this.#root, text, whole).parts;
      if (list.at(-1) !== part) list.push(part);
    }
    return part;
  }

  #spans(id: number, text: string): readonly Span[] {
    const found = this.#readings.of(text)[id];
    if (found === undefined) return NO_SPANS;
    return (found.spans ??= this.#tryAll(this.#expressions[id] ?? [], found.places, text));
  }

  #tryAll(patterns: readonly SinglePattern[], places: number[], text: string): readonly Span[] {
    if (places.length > 1) places.sort((a, b) => a - b);
    const spans: Span[] = [];
    let free = 0;
    for (const place of places) {
      const start = Math.floor(place / PER_CHARACTER);
      if (start < free) continue;
      const rest = place - start * PER_CHARACTER;
      const glued = Math.floor(rest / MOST_PATTERNS);
      const at = this.#glued.endsAt(text, start)[glued] ?? start;
      const end = patterns[rest % MOST_PATTERNS]?.endAt(text, at) ?? NONE;
      if (end === NONE) continue;
      if (end > start) spans.push({ start, end });
      free = Math.max(end, start + 1);
    }
    return spans;
  }

  /** From the end to the start, so that at every word it is known how near the next of every part is. */
  #read(text: string): Reading {
    const reading: Reading = new Array<Found | undefined>(this.#expressions.length);
    if (this.#nearest.length < this.#parts.size) this.#nearest = new Int32Array(this.#parts.size);
    this.#nearest.fill(FAR);
    const { spaced } = this.#context;
    for (let start = text.length - 1; start >= 0; start -= 1) {
      if (spaced ? start > 0 && isWord(text.charCodeAt(start - 1)) : insidePair(text, start))
        continue;
      this.#readAt(text, start, reading);
    }
    return reading;
  }

  #readAt(text: string, start: number, reading: Reading): void {
    const nodes = this.#nodes;
    let count = 0;
    let glued = 0;
    for (const at of this.#glued.endsAt(text, start)) {
      const place = start * PER_CHARACTER + glued * MOST_PATTERNS;
      if (!insidePair(text, at)) this.#keep(this.#anywhere, start, place, reading);
      let node = this.#root.next.get(text.charCodeAt(at));
      for (let end = at + 1; node !== undefined; end += 1) {
        if (node.open !== null) {
          this.#keep(node.open.patterns, start, place, reading);
          nodes[count++] = node.open;
        }
        if (node.whole !== null && (end >= text.length || !isWord(text.charCodeAt(end)))) {
          this.#keep(node.whole.patterns, start, place, reading);
          nodes[count++] = node.whole;
        }
        node = end < text.length ? node.next.get(text.charCodeAt(end)) : undefined;
      }
      glued += 1;
    }
    // only now: what stands here is no further word of what starts here
    for (let each = 0; each < count; each += 1) {
      for (const part of nodes[each]?.parts ?? []) this.#nearest[part] = start;
    }
  }

  /** Keeps those of the patterns whose further words are near. */
  #keep(patterns: readonly number[], start: number, place: number, reading: Reading): void {
    for (const pattern of patterns) {
      if (!this.#near(this.#needsOf[pattern] ?? [], start)) continue;
      const expression = this.#expressionOf[pattern] ?? 0;
      const tried = place + (this.#orderOf[pattern] ?? 0);
      const found = reading[expression];
      if (found === undefined) reading[expression] = { places: [tried], spans: null };
      else found.places.push(tried);
    }
  }

  #near(needs: readonly (readonly [number, number])[], start: number): boolean {
    for (const [part, within] of needs) {
      if ((this.#nearest[part] ?? FAR) > start + within) return false;
    }
    return true;
  }
}

/** Between the two units of one character no match can start. */
function insidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xdc00 || code > 0xdfff) return false;
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
