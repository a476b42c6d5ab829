import { ListMessageMoveTasksCommand, StartMessageMoveTaskCommand } from '@aws-sdk/client-sqs';
import type { ListMessageMoveTasksResultEntry } from '@aws-sdk/client-sqs';
import type { QueueContext } from './sqs-client.ts';

const LOOK_MS = 200;
/** A task moves some hundred messages a second and goes on without us. */
const MOST_LOOKS = 300;

/**
 * Has the engine move a dead-letter queue back. Answers how many were moved when it ended, or by the end of a minute; null where the engine has no
 * such tasks, or does not let us start one. One that is under way already is followed.
 */
export async function moveByTask(
  { client, clock, soon }: QueueContext,
  { sourceArn, destinationArn }: { readonly sourceArn: string; readonly destinationArn: string },
): Promise<number | null> {
  const latest = async (): Promise<ListMessageMoveTasksResultEntry | undefined> => {
    const { Results = [] } = await client.send(
      new ListMessageMoveTasksCommand({ SourceArn: sourceArn, MaxResults: 1 }),
      soon,
    );
    return Results[0];
  };
  try {
    await client.send(
      new StartMessageMoveTaskCommand({ SourceArn: sourceArn, DestinationArn: destinationArn }),
      soon,
    );
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown;
    const running = await latest().catch((err: unknown) => {
      if (isRefusal(err)) return undefined;
      throw err;
    });
    if (running?.Status !== 'RUNNING') return null;
  }
  for (let looks = 1; ; looks += 1) {
    const task = await latest();
    if (task?.Status !== 'RUNNING' || looks === MOST_LOOKS) {
      return task?.ApproximateNumberOfMessagesMoved ?? 0;
    }
    await clock.sleep(LOOK_MS);
  }
}

/** The engine answered, and would answer the same again. */
function isRefusal(thrown: unknown): boolean {
  return thrown instanceof Error && '$fault' in thrown && thrown.$fault === 'client';
}
