export const INT8: number;
export const DATE: number;
export const TIMESTAMPTZ: number;

/** How a column of a type (by its OID) is read from its text. */
export const parsers: Readonly<Record<number, (text: string) => unknown>>;
