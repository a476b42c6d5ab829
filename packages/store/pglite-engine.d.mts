/** What runs SQL underneath: PGlite itself, in this process. */
export interface Engine {
  query(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ rows: Record<string, unknown>[]; affectedRows: number }>;
  execute(sql: string): Promise<void>;
  /** The data folder as a gzip archive, for the template. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

export function openEngine(options: { directory?: string; template?: Uint8Array }): Promise<Engine>;
