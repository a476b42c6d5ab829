import type { z } from 'zod';

/** One row of a service's configuration table. `default` is `required` or `none` where there is no value. */
export interface ConfigRow {
  readonly name: string;
  readonly default: string;
  readonly description: string;
}

/** Rows for the README's table, in the order of the schema, from `.default()` and `.describe()`. */
export function describeConfig(schema: z.ZodObject): readonly ConfigRow[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const layers = layersOf(field);
    const description = layers.map((layer) => layer.description).find((text) => text !== undefined);
    return { name, default: defaultOf(field, layers), description: description ?? '' };
  });
}

interface Layer {
  readonly description?: string | undefined;
  readonly _zod: { readonly def: unknown };
}

/** A field and what it wraps: default, optional and pipes keep the described schema inside. */
function layersOf(field: unknown): readonly Layer[] {
  const layers: Layer[] = [];
  for (let layer: unknown = field; isLayer(layer); layer = insideOf(layer)) layers.push(layer);
  return layers;
}

function isLayer(value: unknown): value is Layer {
  return typeof value === 'object' && value !== null && '_zod' in value;
}

function insideOf({ _zod: { def } }: Layer): unknown {
  if (typeof def !== 'object' || def === null) return undefined;
  if ('innerType' in def) return def.innerType;
  return 'in' in def ? def.in : undefined;
}

function defaultOf(field: unknown, layers: readonly Layer[]): string {
  for (const {
    _zod: { def },
  } of layers) {
    if (typeof def === 'object' && def !== null && 'defaultValue' in def) {
      return typeof def.defaultValue === 'string'
        ? def.defaultValue
        : JSON.stringify(def.defaultValue);
    }
  }
  const optional = (field as z.ZodType).safeParse(undefined).success;
  return optional ? 'none' : 'required';
}
