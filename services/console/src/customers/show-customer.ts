import type { Identity } from '@redress/contracts';
import { findCustomers, findIdentities, findStory, listIdentities } from '@redress/store';
import type { ConsoleDependencies } from '../dependencies.ts';
import { answer, refuse } from '../http/answer.ts';
import type { Answer } from '../http/answer.ts';
import { timelineOf } from '../tasks/timeline.ts';

const NOBODY = refuse(404, { detail: 'There is no such customer yet.' });

/** The whole story of a customer; one that was joined answers as the one that survives. */
export async function showCustomer(
  { database }: Pick<ConsoleDependencies, 'database'>,
  id: string,
): Promise<Answer> {
  const [customer] = await findCustomers(database, [id]);
  if (customer === undefined) return NOBODY;
  const story = await findStory(database, customer.id);
  const tasks = story.flatMap((entry) => (entry.kind === 'task' ? [entry.task] : []));
  const identities = await listIdentities(database, [customer.id]);
  return answer({
    ...customer,
    identities: identities.map(({ identity, verified }) => ({ ...identity, verified })),
    tasks,
    timeline: timelineOf(story, {
      activity: [],
      promises: tasks.flatMap(({ promises }) => promises),
      inTask: new Set(tasks.flatMap(({ touches }) => touches)),
    }),
  });
}

/** The same, by an identity (normalised). */
export async function showCustomerOf(
  deps: Pick<ConsoleDependencies, 'database'>,
  identity: Identity,
): Promise<Answer> {
  const [known] = await findIdentities(deps.database, [identity]);
  return known === undefined ? NOBODY : showCustomer(deps, known.survivingId);
}
