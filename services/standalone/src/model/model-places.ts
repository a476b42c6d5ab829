import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the language model of an installation is, and where the one before it is kept. */
export interface ModelPlaces {
  readonly file: string;
  readonly former: string;
}

/** The model's file of a data folder. */
export function modelIn(dataDirectory: string): string {
  return path.join(path.resolve(dataDirectory), 'model', 'redress-language.bin');
}

/** The same file where it is there; undefined where nothing was learnt yet. */
export function ownModelIn(dataDirectory: string): string | undefined {
  const file = modelIn(dataDirectory);
  return existsSync(file) ? file : undefined;
}

/** The former model lies beside the one in use: `redress-language.previous.bin`. */
export function placesOf(file: string): ModelPlaces {
  const { dir, name, ext } = path.parse(path.resolve(file));
  return { file: path.join(dir, name + ext), former: path.join(dir, `${name}.previous${ext}`) };
}
