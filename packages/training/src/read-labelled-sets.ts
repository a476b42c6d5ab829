import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { SENTIMENTS, type LabelledText, type SentimentLabel } from './labelled-text.ts';

const COLUMNS = 'id lang domain split label stars cause text';

/**
 * Reads every `*.tsv.gz` of a folder (columns `id lang domain split label stars cause text`), in the order of their names.
 * Throws where a file has other columns. `wanted` leaves out sets by name.
 */
export function readLabelledSets(
  folder: string,
  wanted: (set: string) => boolean = () => true,
): LabelledText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv.gz') && wanted(nameOf(file)))
    .sort()
    .flatMap((file) => readSet(path.join(folder, file), nameOf(file)));
}

function nameOf(file: string): string {
  return file.replace(/^(?:train|test)-/u, '').replace(/\.tsv\.gz$/u, '');
}

function readSet(file: string, set: string): LabelledText[] {
  const [head = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  if (head.split('\t').join(' ') !== COLUMNS)
    throw new RangeError(`${file} has the columns "${head}" instead of "${COLUMNS}"`);
  const rows = lines
    .filter((line) => line !== '')
    .map((line): LabelledText => {
      const [, language = '', , split = '', label = '', , , text = ''] = line.split('\t');
      return {
        set,
        language,
        split: split as LabelledText['split'],
        label: isSentiment(label) ? label : null,
        text,
      };
    });
  const splits = new Set(rows.map(({ split }) => split));
  if (splits.size > 1 || splits.has('test')) return rows;
  return rows.map((row, at) => ({ ...row, split: at % 10 === 9 ? 'dev' : 'train' }));
}

function isSentiment(label: string): label is SentimentLabel {
  return (SENTIMENTS as readonly string[]).includes(label);
}
