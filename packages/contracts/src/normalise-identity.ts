import type { Identity } from './feedback.ts';

/**
 * One spelling for one identity: mail lower-cased, phone as E.164 digits, handle without its @ and lower-cased, CRM ids and devices as they are.
 * A phone without a plus sign keeps its digits alone: guessing a country would join strangers.
 */
export function normaliseIdentity(identity: Identity): Identity {
  const value = identity.value.normalize('NFKC').trim();
  switch (identity.type) {
    case 'email':
      return { ...identity, value: value.toLowerCase() };
    case 'phone':
      return { ...identity, value: normalisePhone(value) };
    case 'handle':
      return {
        ...identity,
        value: value.replace(/^@/, '').toLowerCase(),
        ...(identity.network === undefined ? {} : { network: identity.network.toLowerCase() }),
      };
    case 'crm':
    case 'device':
      return { ...identity, value };
  }
}

function normalisePhone(value: string): string {
  const digits = value.replace(/\D/g, '');
  if (value.startsWith('+')) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

const SAMPLES = 'samples';

/** The identity of a sample's customer: of a network of its own, so that it never is the identity of somebody real. */
export function sampleIdentity(identity: Identity): Identity {
  const { network } = identity;
  if (network === SAMPLES || network?.endsWith(`.${SAMPLES}`) === true) return identity;
  return { ...identity, network: network === undefined ? SAMPLES : `${network}.${SAMPLES}` };
}
