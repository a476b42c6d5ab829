import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusText } from './labelled-text.ts';

/** The product's own corpus. */
const CORPUS_FOLDER = fileURLToPath(new URL('../../language/corpus', import.meta.url));
const COLUMNS = 'lang scenario causes sentiment churn exposure text';

/** Reads every `<language>.tsv` of the folder; throws where a line has other columns, with its number. */
export function readCorpus(folder: string = CORPUS_FOLDER): CorpusText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) => readLanguage(path.join(folder, file)));
}

function readLanguage(file: string): CorpusText[] {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  if (head.split('\t').join(' ') !== COLUMNS)
    throw new RangeError(`${file} has the columns "${head}" instead of "${COLUMNS}"`);
  return lines.map((line, index) => {
    const cells = line.split('\t');
    if (cells.length !== 7)
      throw new RangeError(
        `${file}, line ${String(index + 2)} has ${String(cells.length)} columns instead of 7`,
      );
    const [language, scenario, causes, sentiment, churn, exposure, text] = cells as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    return {
      language,
      scenario,
      causes: causes === 'none' ? [] : causes.split(','),
      sentiment: sentiment as CorpusText['sentiment'],
      churn: churn as CorpusText['churn'],
      exposure: exposure as CorpusText['exposure'],
      text,
    };
  });
}
