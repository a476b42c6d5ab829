import { expectSuccess, type Redress } from '../server/ask-redress.ts';
import type {
  GroupLag,
  LetterOutcome,
  RecordPage,
  ShownLetter,
  TopicSource,
} from './topic-source.ts';

/** Most that one answer lists. */
const AT_ONCE = 200;

/** The topics of a data folder, through its API. */
export function overHttp(redress: Redress): TopicSource {
  const get = async (path: string): Promise<unknown> =>
    expectSuccess(await redress.ask('GET', path));
  return {
    live: redress.served,
    page: async (topic, from) =>
      (await get(`/v1/topics/${topic}/records?from=${encodeURIComponent(from)}`)) as RecordPage,
    lag: async () => ((await get('/v1/lag')) as { items: readonly GroupLag[] }).items,
    async letters({ reason, topic, replayed }, limit) {
      const letters: ShownLetter[] = [];
      for (let cursor: string | null = ''; cursor !== null && letters.length < limit;) {
        const query = new URLSearchParams({
          ...(reason === undefined ? {} : { reason }),
          ...(topic === undefined ? {} : { topic }),
          ...(replayed === undefined ? {} : { replayed: String(replayed) }),
          ...(cursor === '' ? {} : { cursor }),
          limit: String(Math.min(AT_ONCE, limit - letters.length)),
        });
        const answer = (await get(`/v1/dead-letters?${query.toString()}`)) as {
          items: readonly ShownLetter[];
          next: string | null;
        };
        letters.push(...answer.items);
        cursor = answer.next;
      }
      return letters;
    },
    async letter(id) {
      const answer = await redress.ask('GET', `/v1/dead-letters/${encodeURIComponent(id)}`);
      if (answer.status === 404) return null;
      const {
        headers: _,
        key: __,
        ...letter
      } = expectSuccess(answer) as ShownLetter & {
        headers: unknown;
        key: unknown;
      };
      return letter;
    },
    async *replay(choice, how) {
      for (let after: string | null = null; ;) {
        const answer: { items: readonly LetterOutcome[]; next: string | null } = expectSuccess(
          await redress.ask('POST', '/v1/dead-letters/replay', {
            ...choice,
            ...how,
            ...(after === null ? {} : { after }),
          }),
        ) as { items: readonly LetterOutcome[]; next: string | null };
        yield* answer.items;
        if (answer.next === null) return;
        after = answer.next;
      }
    },
    close: () => redress.close(),
  };
}
