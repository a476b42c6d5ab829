import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SentimentLabel } from '../labelled-text.ts';

/** A text written to judge the product, by somebody who saw neither its corpus nor its answers. */
export interface EvaluationText {
  readonly id: string;
  readonly register: string;
  readonly text?: string;
  readonly turns?: { readonly who: 'customer' | 'agent'; readonly text: string }[];
  readonly causes: readonly string[];
  readonly sentiment: SentimentLabel;
  readonly detractor: boolean;
  readonly churn: 'none' | 'risk' | 'stated';
  readonly exposure: 'none' | 'threatened' | 'public';
  /** Left out where the writer did not label them. */
  readonly promises?: readonly {
    readonly words: string;
    readonly by: 'company' | 'customer';
    readonly dueMinutes: number | null;
  }[];
  readonly contacts?: number | null;
  readonly amounts?: readonly { readonly value: number; readonly currency: string | null }[];
  readonly minutes?: number | null;
}

const EVALUATION_FOLDER = fileURLToPath(new URL('../../../language/evaluation', import.meta.url));

/** The texts of every `<language>.jsonl`, by language. */
export function readEvaluationTexts(
  folder: string = EVALUATION_FOLDER,
): Map<string, EvaluationText[]> {
  return new Map(
    readdirSync(folder)
      .filter((file) => file.endsWith('.jsonl'))
      .sort()
      .map((file) => [
        path.basename(file, '.jsonl'),
        readFileSync(path.join(folder, file), 'utf8')
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line) as EvaluationText),
      ]),
  );
}
