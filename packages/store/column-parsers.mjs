// How columns are read from their text, the same on both engines; plain JavaScript, because the worker thread of PGlite loads it too.

export const INT8 = 20;
export const DATE = 1082;
export const TIMESTAMPTZ = 1184;

/** int8 as number, instants as ISO 8601 in UTC with milliseconds, days as text. */
export const parsers = {
  [INT8]: (text) => Number(text),
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) =>
    new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')).toISOString(),
};
