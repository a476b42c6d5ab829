/** What is made of a language's table, once, when a text of that language first asks for it; null for a language without a table. */
export function perLanguage<Table, Made>(
  tables: Readonly<Record<string, Table>>,
  make: (table: Table, language: string) => Made,
): (language: string) => Made | null {
  const known = new Map<string, Made>();
  return (language) => {
    const made = known.get(language);
    if (made !== undefined) return made;
    const table = tables[language];
    if (table === undefined) return null;
    const fresh = make(table, language);
    known.set(language, fresh);
    return fresh;
  };
}
