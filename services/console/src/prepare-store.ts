import { createHash, createHmac, randomUUID } from 'node:crypto';
import { stableJson } from '@redress/contracts';
import type { OwnerRecord, Policy } from '@redress/contracts';
import type { Clock } from '@redress/runtime';
import {
  findActivePolicy,
  findOwners,
  findToken,
  readSetting,
  savePolicy,
  saveOwner,
  saveToken,
  writeSetting,
  type Database,
  type Queryable,
  type Stamp,
} from '@redress/store';

/** Who is asked where no owner is entered yet. */
const OPERATOR: OwnerRecord = {
  id: 'operator',
  name: 'Operator',
  email: 'operator@localhost',
  timeZone: 'UTC',
  languages: [],
  teams: [],
};

/** Where the hash of the environment's token stands, so that one that was taken out of the environment no longer counts. */
const ENVIRONMENT_TOKEN = 'environment-token';

/** What must be in the store before anything runs: the operator of a new store, the policy in force, the tokens. Answers the commands' token. */
export async function prepareStore(options: {
  readonly database: Database;
  readonly clock: Clock;
  readonly policy: Policy;
  /** What the commands' token is made from. */
  readonly secret: string;
  readonly environmentToken: string | undefined;
}): Promise<string> {
  const { database, clock, policy, secret, environmentToken } = options;
  const stamp: Stamp = {
    transactionId: randomUUID(),
    at: clock.now(),
    policyVersion: policy.version,
  };
  // The same at every start: a command reads it in the folder's lock.
  const token = createHmac('sha256', secret).update('redress-command-token-1').digest('base64url');
  await database.transaction(async (tx) => {
    const owners = await findOwners(tx);
    if (!owners.some(({ id }) => id === OPERATOR.id)) await saveOwner(tx, OPERATOR, stamp);
    if (stableJson(await findActivePolicy(tx)) !== stableJson(policy))
      await savePolicy(tx, policy, stamp);
    await keepToken(tx, token, stamp);
    await keepEnvironmentToken(tx, environmentToken, stamp);
  });
  return token;
}

async function keepEnvironmentToken(
  tx: Queryable,
  token: string | undefined,
  stamp: Stamp,
): Promise<void> {
  const hash = token === undefined ? null : hashOf(token);
  const before = await readSetting(tx, ENVIRONMENT_TOKEN);
  if (before === hash) return;
  if (typeof before === 'string')
    await saveToken(
      tx,
      { ...ACCESS, hash: before, createdAt: stamp.at, expiresAt: stamp.at },
      stamp,
    );
  if (token !== undefined) await keepToken(tx, token, stamp);
  await writeSetting(tx, ENVIRONMENT_TOKEN, hash, stamp);
}

const ACCESS = { kind: 'access', ownerId: null, usedAt: null } as const;

async function keepToken(tx: Queryable, token: string, stamp: Stamp): Promise<void> {
  const hash = hashOf(token);
  if ((await findToken(tx, hash))?.expiresAt !== null)
    await saveToken(tx, { ...ACCESS, hash, createdAt: stamp.at, expiresAt: null }, stamp);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token, 'utf8').digest('hex');
}
