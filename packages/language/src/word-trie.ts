/** Numbers of what starts with the same letters. */
export interface Listed {
  /** Patterns that start so. */
  readonly patterns: number[];
  /** Parts of patterns that start so. */
  readonly parts: number[];
}

/** A tree of letters: a node is what has been read of a word so far. */
export interface TrieNode {
  readonly next: Map<number, TrieNode>;
  /** Whatever follows. */
  open: Listed | null;
  /** Where the word ends here. */
  whole: Listed | null;
}

export function emptyNode(): TrieNode {
  return { next: new Map(), open: null, whole: null };
}

/** What is listed under these letters; an empty list is made where there is none. */
export function listedAt(root: TrieNode, letters: string, whole: boolean): Listed {
  let node = root;
  for (let at = 0; at < letters.length; at += 1) {
    const code = letters.charCodeAt(at);
    let next = node.next.get(code);
    if (next === undefined) {
      next = emptyNode();
      node.next.set(code, next);
    }
    node = next;
  }
  const empty = (): Listed => ({ patterns: [], parts: [] });
  return whole ? (node.whole ??= empty()) : (node.open ??= empty());
}
