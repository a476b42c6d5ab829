import type { TopicName } from '@redress/contracts';
import type { ConsumerFrame } from '../consumer-frame.ts';
import type { ConsumeOptions, Positions } from '../port.ts';
import type { ClusterAccess } from './cluster-access.ts';
import type { OffsetCommitter } from './offset-committer.ts';
import { createPartitionSession, type PartitionSession } from './partition-session.ts';
import { readBounds, readCommitted, type Bounds } from './read-offsets.ts';
import { startPosition } from './start-position.ts';
import type { TopicNames } from './topic-names.ts';

/** A partition by its names. */
export interface Place {
  readonly topic: TopicName;
  readonly partition: number;
}

/** What is done to kafkajs's fetching of a partition. */
export interface FetchControl {
  /** Stops fetching it. */
  hold(session: PartitionSession): void;
  /** Fetches it from its expected offset on. */
  fetchFrom(session: PartitionSession, offset: number): void;
  /** Told after each hand-over. */
  onProgress(session: PartitionSession): void;
}

export interface AssignmentDeps {
  readonly frame: ConsumerFrame;
  readonly options: ConsumeOptions;
  readonly access: ClusterAccess;
  readonly names: TopicNames;
  readonly committer: OffsetCommitter;
  readonly control: FetchControl;
  readonly onLost: 'stop' | 'earliest';
  readonly gate: () => Promise<void> | null;
  /** Sessions of an earlier membership whose handlers may still have records in hand. */
  readonly lingering: ReadonlyMap<string, PartitionSession>;
}

/** The partitions that the group gave us. */
export interface Assignment {
  /** A new generation: earlier sessions are over, these partitions are opened where the group stands. */
  assign(places: readonly Place[]): void;
  find(place: string): PartitionSession | undefined;
  all(): ReadonlyMap<string, PartitionSession>;
  /** Looks whether records were lost: after kafkajs brought something else than expected, and now and then. */
  check(sessions: readonly PartitionSession[]): Promise<void>;
  /** All partitions are taken away. */
  revoke(): void;
}

/** Opens partitions as the group assigns them, and watches that none is read from elsewhere than the group stood. */
export function createAssignment(deps: AssignmentDeps): Assignment {
  const { frame, options, access, names, committer, control } = deps;
  let sessions: ReadonlyMap<string, PartitionSession> = deps.lingering;

  const create = ({ topic, partition }: Place): PartitionSession => {
    const session: PartitionSession = createPartitionSession({
      topic,
      partition,
      frame,
      maxBatch: options.maxBatch,
      gate: deps.gate,
      save: async (next, passedDead) => {
        committer.note(topic, partition, next);
        if (passedDead && options.loadPositions !== undefined)
          await options.savePosition?.(topic, partition, next);
      },
      onProgress: () => {
        control.onProgress(session);
      },
    });
    return session;
  };

  const loadKnown = (places: readonly Place[]): Promise<Positions> => {
    if (options.loadPositions !== undefined) return options.loadPositions();
    const topics = [...new Set(places.map(({ topic }) => topic))].map((topic) => ({
      topic,
      partitions: places.filter((place) => place.topic === topic).map(({ partition }) => partition),
    }));
    return readCommitted(access, names, options.group, topics);
  };

  const lost = (session: PartitionSession, sentence: string): void => {
    // Noted so that it is committed again at the end: kafkajs has set the group to the earliest already.
    const position = session.position();
    if (position !== null) committer.note(session.topic, session.partition, position);
    frame.end(sentence);
  };

  /** Where the group stands; null where what it would read is gone and it must stop. */
  const startOf = (
    session: PartitionSession,
    known: number | undefined,
    bounds: Bounds,
  ): number | null => {
    const start = startPosition(session.place, known, bounds);
    if (start.kind === 'at') return start.offset;
    if (deps.onLost === 'earliest') {
      frame.logger.error({ reason: start.sentence }, 'records lost, going on from the earliest');
      return bounds.low;
    }
    lost(session, start.sentence);
    return null;
  };

  const open = async (
    session: PartitionSession,
    earlier: PartitionSession | undefined,
    known: () => Promise<Positions>,
  ): Promise<void> => {
    const { place } = session;
    const isOver = (): boolean => session.signal.aborted;
    // What this process has in hand of it is finished first; then it knows best how far it came.
    await earlier?.done();
    const settled = earlier?.position() ?? undefined;
    for (let tries = 1; !isOver(); tries += 1) {
      try {
        const [positions, bounds] = await Promise.all([
          known(),
          readBounds(access, names, [session]),
        ]);
        const kept = positions.get(place);
        const start = startOf(
          session,
          settled === undefined ? kept : Math.max(settled, kept ?? settled),
          bounds.get(place) ?? { low: 0, high: 0 },
        );
        if (start === null || isOver()) return;
        frame.clear(place);
        session.start(start);
        control.fetchFrom(session, start);
        return;
      } catch (err) {
        await frame.wait(place, tries, 'positions cannot be read', err, session.signal);
      }
    }
  };

  return {
    assign(places) {
      const earlier = sessions;
      for (const session of earlier.values()) session.revoke();
      committer.forget();
      const now = places.map(create);
      sessions = new Map(now.map((session) => [session.place, session]));
      // Asked once for all partitions; again after it failed.
      let asking: Promise<Positions> | null = null;
      const known = (): Promise<Positions> => {
        const asked = (asking ??= loadKnown(places));
        asked.catch(() => {
          if (asking === asked) asking = null;
        });
        return asked;
      };
      for (const session of now) {
        control.hold(session);
        void open(session, earlier.get(session.place), known);
      }
    },
    find: (place) => sessions.get(place),
    all: () => sessions,
    async check(checked) {
      const before = checked.map((session) => ({ session, expected: session.expected() }));
      const bounds = await readBounds(access, names, checked);
      for (const { session, expected } of before) {
        const held = bounds.get(session.place);
        // What was fetched meanwhile was there; a session that moved is well.
        const moved = expected !== session.expected() || session.signal.aborted;
        if (held === undefined || expected === null || moved) continue;
        const start = startOf(session, expected, held);
        if (start !== null && start !== expected) {
          session.pass(start);
          control.fetchFrom(session, start);
        }
      }
    },
    revoke() {
      for (const session of sessions.values()) session.revoke();
    },
  };
}
