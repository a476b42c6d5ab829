import { normalise } from './normalise.ts';

/** Where a word can start behind letters that are glued to it, in the order a regular expression would try: most of the letters first. */
export class GluedLetters {
  readonly #slots: readonly (readonly string[])[];
  readonly #ends: number[] = [];

  /** `prefixes` as in `LanguageLexicon`: slot after slot, each left out or one of its choices. */
  constructor(prefixes: readonly string[]) {
    this.#slots = prefixes.map((slot) => normalise(slot).text.split('|'));
  }

  /** `at` itself is always among them. The list is used again at the next call. */
  endsAt(text: string, at: number): readonly number[] {
    this.#ends.length = 0;
    this.#read(text, at, 0);
    return this.#ends;
  }

  #read(text: string, at: number, slot: number): void {
    const choices = this.#slots[slot];
    if (choices === undefined) {
      if (!this.#ends.includes(at)) this.#ends.push(at);
      return;
    }
    for (const choice of choices) {
      if (text.startsWith(choice, at)) this.#read(text, at + choice.length, slot + 1);
    }
    this.#read(text, at, slot + 1);
  }
}
