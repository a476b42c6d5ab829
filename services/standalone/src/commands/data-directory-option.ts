import { Option } from 'commander';

/** Where everything is kept; the same words in every command. */
export function dataDirectoryOption(): Option {
  return new Option('--data-dir <folder>', 'where everything is kept').default('./redress-data');
}
