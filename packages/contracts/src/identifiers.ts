import { createHash, createHmac } from 'node:crypto';
import type { CanonicalFeedback, Identity } from './feedback.ts';

/** Namespace of every id of Redress; changing it would change every id. */
const NAMESPACE = 'c1c0a1d6-5a4e-5d0e-9b3c-7e6d1f2a9b10';

/** UUID version 5 (RFC 9562, 5.5) of a name under our namespace or the one given. */
export function uuidV5(name: string, namespace: string = NAMESPACE): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** One response of one source is one feedback, whatever its revisions. */
export function feedbackIdOf(source: string, sourceId: string): string {
  return uuidV5(`feedback:${source}:${sourceId}`);
}

/** The content's hash: the same content in another key order is the same content. */
export function contentHashOf(feedback: CanonicalFeedback): string {
  const { revision, ...content } = feedback;
  const stated =
    revision === undefined
      ? null
      : { final: revision.final ?? false, deleted: revision.deleted ?? false };
  return createHash('sha256')
    .update(stableJson({ ...content, stated }))
    .digest('hex')
    .slice(0, 32);
}

/** UUIDv5 of the feedback and its revision: sent again, it has the same id and no second effect. */
export function eventIdOf(
  feedbackId: string,
  revision: { at: string; hash: string; stated: boolean },
): string {
  return uuidV5(revision.stated ? `${revision.at}:${revision.hash}` : revision.hash, feedbackId);
}

/** Strongest first: what names a customer when first seen. */
const STRENGTH: readonly Identity['type'][] = ['crm', 'email', 'phone', 'handle', 'device'];

/** The strongest identity, or undefined where there is none. Ties fall to the smaller key, so that order of listing does not matter. */
export function strongestIdentity(identities: readonly Identity[]): Identity | undefined {
  return [...identities].sort(
    (a, b) =>
      STRENGTH.indexOf(a.type) - STRENGTH.indexOf(b.type) ||
      (identityKey(a) < identityKey(b) ? -1 : 1),
  )[0];
}

/** One string per identity, after normalisation; used as a key in the process and hashed wherever it leaves it. */
export function identityKey(identity: Identity): string {
  return `${identity.type}:${identity.value}${identity.network === undefined ? '' : `@${identity.network}`}`;
}

/** Partition by a keyed hash, so that nobody can tell from a partition who it is. */
export function partitionOf(
  identities: readonly Identity[],
  fallback: string,
  partitions: number,
  secret: string,
): number {
  const strongest = strongestIdentity(identities);
  const key = strongest === undefined ? fallback : identityKey(strongest);
  return createHmac('sha256', secret).update(key).digest().readUInt32BE(0) % partitions;
}

/** Partition of every other topic: by hash of the record key (compaction works per partition). */
export function partitionOfKey(key: string, partitions: number): number {
  return createHash('sha1').update(key).digest().readUInt32BE(0) % partitions;
}

/** JSON with sorted keys and without undefined members: equal data is equal text. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : member,
  );
}
