import { DIGIT, letterKind, LETTER, MARK, SPACE, UNSPACED } from './letter-kind.ts';

/** Longest run of characters that is one feature. */
const LONGEST = 6;
/** Features beyond these are not looked at; a text of 12,000 characters has about as many. */
const MOST = 40_000;
const SLOTS = 131_072;
/** So many slots a character at least, so that few features of a text fall on one; the slots of a short text stay in the processor's cache. */
const SLOTS_PER_CHARACTER = 12;
const LEAST_SLOTS = 1024;
const SPACE_CODE = 32;
const ZERO = 48;

const LINK = 0x11c0de01;
const MENTION = 0x11c0de02;
const SIZE = 0x11c0de03;

/**
 * What a text consists of, as 32-bit hashes, each once: words, pairs of words, runs of 2 to 6 characters within a word (with its
 * borders), runs of 1 to 6 characters where words are not separated, marks and emoji, links, mentions, the order of its length.
 * Digits are alike. One list is made once and filled again for every text: nothing is allocated for a feature.
 */
export class FeatureList {
  readonly hashes = new Uint32Array(MOST);
  /** Where the feature stands in the text, for the words that show an answer. */
  readonly starts = new Uint32Array(MOST);
  readonly ends = new Uint32Array(MOST);
  count = 0;
  private readonly slots = new Uint32Array(SLOTS);
  private readonly stamps = new Uint32Array(SLOTS);
  private stamp = 0;
  private mask = SLOTS - 1;

  /** Reads normalised text; `limit` characters of it at most. */
  read(text: string, limit = 12_000): void {
    this.stamp += 1;
    this.count = 0;
    const end = Math.min(text.length, limit);
    this.mask = Math.min(SLOTS, slotsFor(end)) - 1;
    let at = 0;
    let before = 0;
    while (at < end) {
      const kind = letterKind(text.charCodeAt(at));
      if (kind === SPACE) {
        at += 1;
      } else if (kind === LETTER || kind === DIGIT) {
        const stop = wordEnd(text, at, end);
        if (isLink(text, at, stop)) {
          const after = spaceAfter(text, at, end);
          this.add(LINK, at, after);
          at = after;
        } else {
          before = this.addWord(text, at, stop, before);
          at = stop;
        }
      } else if (kind === UNSPACED) {
        const stop = runEnd(text, at, end);
        this.addRun(text, at, stop);
        before = 0;
        at = stop;
      } else if (text.charCodeAt(at) === 64 && at + 1 < end && isWord(text.charCodeAt(at + 1))) {
        const stop = wordEnd(text, at + 1, end);
        this.add(MENTION, at, stop);
        at = stop;
      } else {
        at = this.addMarks(text, at, end);
      }
    }
    this.add(SIZE + Math.imul(31 - Math.clz32(end + 1), 7919), 0, 0);
  }

  private addWord(text: string, start: number, end: number, before: number): number {
    let word = 0x811c9dc5;
    for (let at = start; at < end; at += 1) word = Math.imul(word ^ codeAt(text, at), 0x01000193);
    this.add(word ^ 0x1111, start, end);
    this.add(Math.imul(before, 0x85ebca6b) ^ word, start, end);
    for (let from = start - 1; from <= end; from += 1) {
      let hash = 0x01234567;
      const last = Math.min(end, from + LONGEST - 1);
      for (let at = from; at <= last; at += 1) {
        const code = at < start || at >= end ? SPACE_CODE : codeAt(text, at);
        hash = Math.imul(hash ^ code, 0x5bd1e995) ^ (hash >>> 13);
        if (at > from) this.add(hash, start, end);
      }
    }
    return word;
  }

  private addRun(text: string, start: number, end: number): void {
    for (let from = start - 1; from < end; from += 1) {
      let hash = 0x07654321;
      const last = Math.min(end, from + LONGEST - 1);
      for (let at = from; at <= last; at += 1) {
        const code = at < start || at >= end ? SPACE_CODE : codeAt(text, at);
        hash = Math.imul(hash ^ code, 0x5bd1e995) ^ (hash >>> 13);
        if (from >= start || at > from)
          this.add(hash, Math.max(start, from), Math.min(end, at + 1));
      }
    }
  }

  /** Each mark or emoji, and the run of them. */
  private addMarks(text: string, start: number, limit: number): number {
    let at = start;
    let run = 0xabcdef;
    while (at < limit && letterKind(text.charCodeAt(at)) === MARK) {
      const code = text.codePointAt(at) ?? 0;
      const size = code > 0xffff ? 2 : 1;
      this.add(Math.imul(code, 0x27d4eb2f) ^ 0x3333, at, at + size);
      run = Math.imul(run ^ code, 0x01000193);
      at += size;
    }
    this.add(run, start, at);
    return at;
  }

  private add(mixed: number, start: number, end: number): void {
    let hash = mixed ^ (mixed >>> 16);
    hash = Math.imul(hash, 0x45d9f3b);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const { mask } = this;
    let slot = hash & mask;
    while (this.stamps[slot] === this.stamp) {
      if (this.slots[slot] === hash) return;
      slot = (slot + 1) & mask;
    }
    if (this.count === MOST) return;
    this.stamps[slot] = this.stamp;
    this.slots[slot] = hash;
    this.hashes[this.count] = hash;
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.count += 1;
  }
}

/** A power of two. */
function slotsFor(characters: number): number {
  return Math.max(LEAST_SLOTS, 2 ** (32 - Math.clz32(characters * SLOTS_PER_CHARACTER)));
}

function codeAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return letterKind(code) === DIGIT ? ZERO : code;
}

function isWord(code: number): boolean {
  const kind = letterKind(code);
  return kind === LETTER || kind === DIGIT;
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit && isWord(text.charCodeAt(at))) at += 1;
  return at;
}

function runEnd(text: string, start: number, limit: number): number {
  let at = start + 1;
  while (at < limit) {
    const kind = letterKind(text.charCodeAt(at));
    if (kind !== UNSPACED && kind !== DIGIT) break;
    at += 1;
  }
  return at;
}

function spaceAfter(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && letterKind(text.charCodeAt(at)) !== SPACE) at += 1;
  return at;
}

function isLink(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first === 104) return text.startsWith('://', end) && text.startsWith('http', start);
  return first === 119 && end - start === 3 && text.startsWith('www.', start);
}
