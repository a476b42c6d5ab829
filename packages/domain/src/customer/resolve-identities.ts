import type { Identity, Policy } from '@redress/contracts';
import type { CustomerJoin, KnownIdentity } from './customer.ts';

export interface IdentitiesSeen {
  /** Null for an import. */
  readonly eventId: string | null;
  readonly at: string;
  readonly name?: string | undefined;
  /** Normalised. */
  readonly identities: readonly Identity[];
  /** One import record is one customer: all its identities count as verified and join, devices and handles included. */
  readonly import?: boolean;
  /** Names the customer of a feedback without any identity: its feedback id. */
  readonly fallbackId: string;
}

export interface IdentityResolution {
  readonly customerId: string;
  /** No profile was known before. */
  readonly created: boolean;
  /** Rows to write. */
  readonly identities: readonly KnownIdentity[];
  readonly joins: readonly CustomerJoin[];
}

/**
 * Whose feedback it is, and which profiles it shows to be one.
 * Safeguards against joining strangers: both identities verified; a handle or device never alone; two CRM ids never; an identity seen under too many names stops joining; a claim that nobody verified gives way to who proves it.
 * The survivor of a join is the smaller id, so that any order of joins ends at the same.
 */
export function resolveIdentities(
  seen: IdentitiesSeen,
  known: readonly KnownIdentity[],
  policy: Policy,
  nameId: (name: string) => string,
): IdentityResolution {
  const identities = strongestFirst(seen.identities);
  const strongest = identities[0];
  if (strongest === undefined) {
    return {
      customerId: nameId(`customer:${seen.fallbackId}`),
      created: true,
      identities: [],
      joins: [],
    };
  }
  const rows = identities.map((identity) => rowFor(identity, seen, known, nameId));
  const usable = rows.filter((row) => row.known && row.names.length <= policy.namesPerIdentity);
  const base = baseOf(rows, usable, seen, policy);
  const ownId = base?.survivingId ?? nameId(`customer:${keyOf(strongest)}`);

  const joining =
    base === undefined
      ? []
      : usable.filter((row) => row.survivingId !== ownId && mayJoin(base, row, seen, policy));
  const survivors = noTwoCrmIds(base ?? null, joining);
  const all = [ownId, ...survivors.map((row) => row.survivingId)].sort();
  const customerId = all[0] ?? ownId;
  const crm =
    [base, ...survivors].map((row) => row?.survivingCrm ?? null).find((id) => id !== null) ??
    identities.find((identity) => identity.type === 'crm')?.value ??
    null;
  const gone = new Set(all);
  return {
    customerId,
    created: base === undefined,
    identities: rows
      .filter((row) => !row.known || gone.has(row.survivingId))
      .map(({ known: wasKnown, ...row }) => ({
        ...row,
        customerId: wasKnown ? row.customerId : customerId,
        survivingId: customerId,
        survivingCrm: crm,
      })),
    joins: [...gone]
      .filter((id) => id !== customerId)
      .map((from) => ({
        from,
        into: customerId,
        at: seen.at,
        because: {
          eventId: seen.eventId,
          identityTypes: [
            ...new Set(
              [base, ...survivors].flatMap((row) => (row === undefined ? [] : [row.identity.type])),
            ),
          ],
        },
      })),
  };
}

/**
 * The row whose customer it is. Where the strongest identity was never seen, a weaker one speaks for it only if its type may join,
 * it still joins, and its customer has no other CRM id: a shared device or mailbox makes no customer of strangers.
 */
function baseOf(
  rows: readonly Row[],
  usable: readonly Row[],
  seen: IdentitiesSeen,
  policy: Policy,
): Row | undefined {
  if (rows[0]?.known === true) return usable[0] ?? rows.find((row) => row.known);
  const crm = seen.identities.find((identity) => identity.type === 'crm')?.value;
  return usable.find(
    (row) =>
      (seen.import === true || policy.joining.includes(row.identity.type)) &&
      (crm === undefined || row.survivingCrm === null || row.survivingCrm === crm),
  );
}

interface Row extends KnownIdentity {
  readonly known: boolean;
}

/** The row of an identity: as it stands, or new. A row that only a claim stands behind is new to whoever proves it. */
function rowFor(
  identity: Identity,
  seen: IdentitiesSeen,
  known: readonly KnownIdentity[],
  nameId: (name: string) => string,
): Row {
  const verified = seen.import === true || identity.verified === true;
  const found = known.find((row) => keyOf(row.identity) === keyOf(identity));
  const ownId = nameId(`customer:${keyOf(identity)}`);
  const claimed = found !== undefined && !found.verified && verified && found.customerId !== ownId;
  if (found === undefined || claimed) {
    return {
      identity: plain(identity),
      customerId: ownId,
      survivingId: ownId,
      survivingCrm: identity.type === 'crm' ? identity.value : null,
      verified,
      names: namesWith([], seen.name),
      known: false,
    };
  }
  return {
    ...found,
    verified: found.verified || verified,
    names: namesWith(found.names, seen.name),
    known: true,
  };
}

function mayJoin(base: Row, other: Row, seen: IdentitiesSeen, policy: Policy): boolean {
  if (seen.import === true) return true;
  return (
    base.verified &&
    other.verified &&
    [base, other].every((row) => policy.joining.includes(row.identity.type))
  );
}

function noTwoCrmIds(base: Row | null, joining: readonly Row[]): Row[] {
  let crm = base?.survivingCrm ?? null;
  return joining.filter((row) => {
    if (row.survivingCrm === null || row.survivingCrm === crm) return true;
    if (crm !== null) return false;
    crm = row.survivingCrm;
    return true;
  });
}

const STRENGTH: readonly Identity['type'][] = ['crm', 'email', 'phone', 'handle', 'device'];

function strongestFirst(identities: readonly Identity[]): Identity[] {
  const unique = new Map(identities.map((identity) => [keyOf(identity), identity]));
  return [...unique.values()].sort(
    (a, b) => STRENGTH.indexOf(a.type) - STRENGTH.indexOf(b.type) || (keyOf(a) < keyOf(b) ? -1 : 1),
  );
}

function keyOf(identity: Identity): string {
  return `${identity.type}:${identity.value}${identity.network === undefined ? '' : `@${identity.network}`}`;
}

function plain({ type, value, network }: Identity): Identity {
  return { type, value, ...(network === undefined ? {} : { network }) };
}

/** Names an identity was seen under, compared without case and spaces around. */
function namesWith(names: readonly string[], name: string | undefined): readonly string[] {
  const said = name?.trim().toLocaleLowerCase() ?? '';
  return said === '' || names.includes(said) ? names : [...names, said];
}
