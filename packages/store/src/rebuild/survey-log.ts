import { decodeEvent } from '@redress/contracts';
import type { LoggedRecord, ReadableLog } from './logged-record.ts';
import { STATE_TOPICS, placeOf } from './record-place.ts';
import type { RecordPlace, StateTopic } from './record-place.ts';

/** Where the record stands that tells how an entity is. */
interface CurrentPlace {
  readonly partition: number;
  readonly offset: number;
  readonly sequence: number;
}

/** A transaction whose records count for nothing, up to a sequence. */
export interface VoidTransaction {
  readonly transaction: string;
  readonly through: number;
}

/** What the log holds, before anything of it is written. */
export interface LogSurvey {
  /** Records of the state topics. */
  readonly records: number;
  /** Whether this record tells how its entity is. */
  isCurrent(topic: StateTopic, record: LoggedRecord): boolean;
  /** Whether this record counts at all. */
  counts(topic: StateTopic, record: LoggedRecord): boolean;
  /** The highest sequence and round there are; -1 and 0 in an empty log. */
  readonly lastRound: number;
  readonly lastSequence: number;
  /** Transactions of the last round that did not reach the log whole, and those after them, which may rest on them. */
  readonly unfinished: readonly VoidTransaction[];
}

/** Reads every record of the state topics once (twice where a transaction is unfinished) and tells which of them hold. */
export async function surveyLog(
  log: ReadableLog,
  onRead: (records: number) => void,
): Promise<LogSurvey> {
  const known = await readVoid(log);
  const first = await survey(log, known, onRead);
  if (first.unfinished.length === 0) return first;
  const second = await survey(log, [...known, ...first.unfinished], () => undefined);
  return { ...second, unfinished: first.unfinished, lastRound: first.lastRound };
}

interface OpenTransaction {
  readonly rows: number;
  readonly seen: Set<number>;
}

async function survey(
  log: ReadableLog,
  voided: readonly VoidTransaction[],
  onRead: (records: number) => void,
): Promise<LogSurvey> {
  const isVoid = voidTest(voided);
  const current = new Map<StateTopic, Map<string, CurrentPlace>>();
  let open = new Map<string, OpenTransaction>();
  let [records, lastRound, lastSequence] = [0, -1, 0];
  for (const topic of STATE_TOPICS) {
    const places = new Map<string, CurrentPlace>();
    current.set(topic, places);
    for await (const record of readTopic(log, topic)) {
      const place = placeOf(topic, record);
      records += 1;
      onRead(records);
      lastSequence = Math.max(lastSequence, place.sequence);
      if (isVoid(place)) continue;
      if (place.round > lastRound) {
        lastRound = place.round;
        open = new Map();
      }
      if (place.round === lastRound) see(open, place);
      const { key, partition, offset } = record;
      if ((places.get(key)?.sequence ?? -1) < place.sequence)
        places.set(key, { partition, offset, sequence: place.sequence });
    }
  }
  return {
    records,
    lastRound,
    lastSequence,
    unfinished: unfinishedOf(open, lastSequence),
    isCurrent: (topic, { key, partition, offset }) => {
      const place = current.get(topic)?.get(key);
      return place?.partition === partition && place.offset === offset;
    },
    counts: (topic, record) => !isVoid(placeOf(topic, record)),
  };
}

/** Every record of a topic, partition by partition. */
export async function* readTopic(
  log: ReadableLog,
  topic: StateTopic,
): AsyncGenerator<LoggedRecord> {
  for (let partition = 0; partition < log.partitions(topic); partition += 1)
    yield* log.read(topic, partition);
}

function see(
  open: Map<string, OpenTransaction>,
  { transaction, rows, sequence }: RecordPlace,
): void {
  const found = open.get(transaction) ?? { rows, seen: new Set<number>() };
  found.seen.add(sequence);
  open.set(transaction, found);
}

function unfinishedOf(
  open: ReadonlyMap<string, OpenTransaction>,
  through: number,
): readonly VoidTransaction[] {
  const begun = [...open].map(([transaction, { rows, seen }]) => ({
    transaction,
    whole: seen.size >= rows,
    from: Math.min(...seen),
  }));
  const first = Math.min(...begun.flatMap(({ whole, from }) => (whole ? [] : [from])));
  return begun
    .filter(({ from }) => from >= first)
    .map(({ transaction }) => ({ transaction, through }));
}

function voidTest(voided: readonly VoidTransaction[]): (place: RecordPlace) => boolean {
  const through = new Map<string, number>();
  for (const one of voided)
    through.set(one.transaction, Math.max(one.through, through.get(one.transaction) ?? -1));
  return ({ transaction, sequence }) => sequence <= (through.get(transaction) ?? -1);
}

const VOID = 'void-transaction';

/** What an earlier rebuild found unfinished. */
async function readVoid(log: ReadableLog): Promise<readonly VoidTransaction[]> {
  const found: VoidTransaction[] = [];
  for await (const { key, value } of readTopic(log, 'settings.v1')) {
    if (value === null || !key.startsWith(`${VOID}:`)) continue;
    const read = decodeEvent('settings.v1', value);
    if (!read.ok) continue;
    const { name, value: told } = read.event.data;
    if (
      typeof told === 'object' &&
      told !== null &&
      'through' in told &&
      typeof told.through === 'number'
    )
      found.push({ transaction: name, through: told.through });
  }
  return found;
}
