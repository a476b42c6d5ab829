import type { CustomerJoin } from '@redress/domain';
import type { Queryable } from '../queryable.ts';

/** Writes joins, in order, see `saveJoins`; a few statements, however many there are. `publishCustomers` is called afterwards. */
export async function writeJoins(tx: Queryable, joins: readonly CustomerJoin[]): Promise<void> {
  if (joins.length === 0) return;
  const ids = [...new Set(joins.flatMap(({ from, into }) => [from, into]))];
  await tx.query(
    `INSERT INTO customers (id, surviving_id) SELECT id, id FROM unnest($1::text[]) AS given (id) ORDER BY id
     ON CONFLICT (id) DO NOTHING`,
    [ids],
  );
  await tx.query(
    `INSERT INTO customer_joins (from_id, into_id, joined_at, because)
     SELECT "from", "into", at, because
     FROM jsonb_to_recordset($1::text::jsonb) AS given ("from" text, "into" text, at timestamptz, because jsonb)
     ORDER BY "from", "into"
     ON CONFLICT (from_id, into_id) DO UPDATE SET joined_at = excluded.joined_at, because = excluded.because, undone_at = NULL`,
    [
      JSON.stringify([
        ...new Map(joins.map((join) => [`${join.from} ${join.into}`, join])).values(),
      ]),
    ],
  );
  const lastInto = new Map(joins.map(({ from, into }) => [from, into]));
  await tx.query(
    `UPDATE customers SET merged_into = given."into"
     FROM unnest($1::text[], $2::text[]) AS given ("from", "into") WHERE customers.id = given."from"`,
    [[...lastInto.keys()], [...lastInto.values()]],
  );
  const moved = movedSurvivors(joins, await survivorsOf(tx, ids));
  await tx.query(
    `UPDATE customers SET surviving_id = given."into"
     FROM unnest($1::text[], $2::text[]) AS given ("from", "into") WHERE customers.surviving_id = given."from"`,
    [[...moved.keys()], [...moved.values()]],
  );
}

async function survivorsOf(
  tx: Queryable,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await tx.query<{ id: string; surviving_id: string }>(
    'SELECT id, surviving_id FROM customers WHERE id = ANY($1::text[])',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.surviving_id]));
}

/** Who survived until now → who survives for them after all the joins. */
function movedSurvivors(
  joins: readonly CustomerJoin[],
  survivors: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const next = new Map<string, string>();
  const survivorOf = (id: string): string => {
    let survivor = survivors.get(id) ?? id;
    for (let to = next.get(survivor); to !== undefined; to = next.get(survivor)) survivor = to;
    return survivor;
  };
  for (const { from, into } of joins) {
    const [gone, kept] = [survivorOf(from), survivorOf(into)];
    if (gone !== kept) next.set(gone, kept);
  }
  return new Map([...next.keys()].map((gone) => [gone, survivorOf(gone)]));
}
