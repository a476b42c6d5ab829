/** So many characters of texts are remembered: the sentences of one long text. */
const MOST_CHARACTERS = 50_000;
const MOST_TEXTS = 256;

/** What was read of the last texts: one text and its sentences are asked for many times over. */
export class Readings<T> {
  readonly #read: (text: string) => T;
  readonly #known = new Map<string, T>();
  #characters = 0;
  #lastText: string | null = null;
  #last: T | null = null;

  constructor(read: (text: string) => T) {
    this.#read = read;
  }

  of(text: string): T {
    if (this.#last !== null && text === this.#lastText) return this.#last;
    let reading = this.#known.get(text);
    if (reading === undefined) {
      reading = this.#read(text);
      this.#keep(text, reading);
    }
    this.#lastText = text;
    this.#last = reading;
    return reading;
  }

  /** Frees what was read, so that it dies young. */
  forget(): void {
    this.#known.clear();
    this.#characters = 0;
    this.#lastText = null;
    this.#last = null;
  }

  /** What was read of a text in another way. */
  remember(text: string, reading: T): void {
    if (!this.#known.has(text)) this.#keep(text, reading);
  }

  #keep(text: string, reading: T): void {
    if (this.#known.size >= MOST_TEXTS || this.#characters > MOST_CHARACTERS) {
      this.#known.clear();
      this.#characters = 0;
    }
    this.#known.set(text, reading);
    this.#characters += text.length;
  }
}
