import { randomUUID } from 'node:crypto';
import { feedbackIdOf } from '@redress/contracts';
import { act, change, saveRecords } from '@redress/console';
import { RedressError } from '@redress/runtime';
import { findFeedback, saveOwner } from '@redress/store';
import { taskActionOf, type ActionLine } from '../backtest/planned-action.ts';
import type { OpenRedress } from '../server/open-redress.ts';
import { readStories, type Story } from './read-stories.ts';
import { samplesPlayed, saveSamplesPlayed } from './samples-played.ts';
import { shiftStory } from './shift-story.ts';

const LOOK_EVERY_MS = 50;
const DECIDED_WITHIN_MS = 30_000;

/** Plays the stories that ship through the real ingestor, each ending now; everything of them is tagged as a sample. */
export async function playSamples(redress: OpenRedress, signal: AbortSignal): Promise<void> {
  const { database } = redress;
  const clock = redress.consoleDependencies.clock;
  const begun = await samplesPlayed(database);
  const now = begun?.now ?? clock.now();
  if (begun === null) await saveSamplesPlayed(database, { now, done: false });
  const stories = (await readStories()).map((story) => shiftStory(story, now));
  await enterPeople(redress, stories, now);
  for (const story of stories) {
    if (signal.aborted) return;
    await playStory(redress, story, signal);
  }
  if (signal.aborted) return;
  await saveSamplesPlayed(database, { now: clock.now(), done: true });
}

async function enterPeople(
  { database, consoleDependencies }: OpenRedress,
  stories: readonly Story[],
  now: string,
): Promise<void> {
  const owners = new Map(
    stories.flatMap((story) => story.owners.map((owner) => [owner.id, owner] as const)),
  );
  await database.transaction(async (tx) => {
    for (const owner of owners.values())
      await saveOwner(tx, { ...owner, sample: true }, { transactionId: randomUUID(), at: now });
    const customers = stories.flatMap((story) =>
      story.customers.map((customer) => ({ ...customer, sample: true })),
    );
    if (customers.length > 0)
      await saveRecords(
        tx,
        customers,
        { transactionId: randomUUID(), at: now },
        consoleDependencies,
      );
  });
}

/** In order of time, a person's action after the feedback that it answers was decided. */
async function playStory(redress: OpenRedress, story: Story, signal: AbortSignal): Promise<void> {
  const steps = [
    ...story.feedback.map((feedback) => ({
      at: feedback.occurredAt,
      play: () => take(redress, feedback),
    })),
    ...story.actions.map((action) => ({
      at: action.at,
      play: () => perform(redress, story, action, signal),
    })),
  ];
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const { play } of steps) {
    // Removed while they play: what is left is not played.
    if (signal.aborted || (await samplesPlayed(redress.database))?.done === true) return;
    await play();
  }
}

async function take({ ingestor }: OpenRedress, feedback: Story['feedback'][number]): Promise<void> {
  const [result] = await ingestor.take([feedback], { sample: true });
  if (result?.ok !== true)
    throw new RedressError(
      'REDRESS_SAMPLE_INVALID',
      `The sample ${feedback.sourceId} was not taken; take the samples as they ship.`,
    );
}

async function perform(
  redress: OpenRedress,
  story: Story,
  action: ActionLine,
  signal: AbortSignal,
): Promise<void> {
  const { logger, consoleDependencies } = redress;
  const answered =
    action.eventIndex === undefined
      ? story.feedback.find(({ sourceId }) => sourceId === action.sourceId)
      : story.feedback[action.eventIndex];
  const taskId =
    answered === undefined
      ? null
      : await taskOf(redress, feedbackIdOf(answered.source, answered.sourceId), signal);
  if (taskId === null) {
    if (!signal.aborted)
      logger.warn({ story: story.id, action: action.type }, 'a sample action found no task');
    return;
  }
  const answer = await change(
    consoleDependencies,
    { route: 'samples', idempotencyKey: null, body: null },
    (tx, stamp) =>
      act(tx, stamp, consoleDependencies, { taskId, action: taskActionOf(action, 'operator') }),
  );
  if (answer.status >= 400)
    logger.info(
      { story: story.id, action: action.type, status: answer.status },
      'a sample action changed nothing',
    );
}

/** The task that a feedback led to, as soon as it is decided; null where it led to none. */
async function taskOf(
  { database, consoleDependencies: { clock } }: OpenRedress,
  feedbackId: string,
  signal: AbortSignal,
): Promise<string | null> {
  const end = Date.parse(clock.now()) + DECIDED_WITHIN_MS;
  while (!signal.aborted && Date.parse(clock.now()) < end) {
    const [touch] = await findFeedback(database, [feedbackId]);
    const decision = touch?.decision ?? null;
    if (decision !== null) return decision.taskId;
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
  return null;
}
