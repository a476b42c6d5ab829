import { types } from 'pg';
import type { CustomTypesConfig } from 'pg';
import { DATE, INT8, TIMESTAMPTZ, parsers } from '../../column-parsers.mjs';

type Parser = (text: string) => unknown;

const BYTEA = 17;
const TEXT_ARRAY = 1009;
const TIMESTAMP = 1114;
const INTERVAL = 1186;

const asText: Parser = (text) => text;
const asBytes: Parser = (text) => new Uint8Array(Buffer.from(text.slice('\\x'.length), 'hex'));
const asTexts = (types.getTypeParser as (oid: number) => Parser)(TEXT_ARRAY);

const OWN: ReadonlyMap<number, Parser> = new Map<number, Parser>([
  ...Object.entries(parsers).map(([oid, parse]): [number, Parser] => [Number(oid), parse]),
  [BYTEA, asBytes],
  [TIMESTAMP, asText],
  [INTERVAL, asText],
  // int8[], date[], timestamptz[], numeric[]
  [1016, arrayOf(parsers[INT8] ?? asText)],
  [1182, arrayOf(parsers[DATE] ?? asText)],
  [1185, arrayOf(parsers[TIMESTAMPTZ] ?? asText)],
  [1231, asTexts],
]);

/** The same types out as from PGlite; the driver's own would be dates in local time, big integers as text and buffers. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    (format === 'binary' ? undefined : OWN.get(oid)) ??
    (types.getTypeParser(oid, format) as Parser),
};

function arrayOf(parse: Parser): Parser {
  const each = (entry: unknown): unknown => {
    if (Array.isArray(entry)) return entry.map(each);
    return typeof entry === 'string' ? parse(entry) : entry;
  };
  return (text) => each(asTexts(text));
}
