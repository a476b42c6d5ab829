import type { TopicName } from '@redress/contracts';
import type { PartitionLag } from '@redress/event-log';

/** A record as the commands print it. */
export interface PrintedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly at: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Null: erased. Text: no JSON. */
  readonly event: unknown;
}

/** A part of a topic; `next` asks for the part after it. */
export interface RecordPage {
  readonly items: readonly PrintedRecord[];
  readonly next: string;
}

/** How far a stage is behind in a partition. */
export type GroupLag = PartitionLag & { readonly group: string };

/** A dead letter as the commands show it; `bytes` and `text` only where they were asked for. */
export interface ShownLetter {
  readonly id: string;
  readonly at: string;
  readonly topic: string | null;
  readonly partition: number | null;
  readonly offset: number | null;
  readonly queue: { readonly name: string; readonly messageId: string } | null;
  readonly group: string;
  readonly reason: string;
  readonly attempts: number;
  readonly size: number;
  readonly replayedAt: string | null;
  readonly bytes?: string | null;
  readonly text?: string | null;
}

/** Which dead letters are meant. */
export interface LetterChoice {
  readonly reason?: string | undefined;
  readonly topic?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** What became of a dead letter that was to be put back. */
export interface LetterOutcome {
  readonly id: string;
  readonly outcome: 'replayed' | 'would be replayed' | 'replayed before' | 'refused';
  readonly reason: string;
  readonly detail?: string;
}

/** Where the commands about topics look: the server of a data folder, the folder itself, or Kafka. */
export interface TopicSource {
  /** Whether new records may come while the command runs. */
  readonly live: boolean;
  /** Records after a place: `''` the beginning, `end` none that is there, else `next` of a part before. */
  page(topic: TopicName, from: string): Promise<RecordPage>;
  lag(): Promise<readonly GroupLag[]>;
  /** The newest first, at most `limit`; without what is in them. */
  letters(
    choice: LetterChoice & { readonly replayed?: boolean | undefined },
    limit: number,
  ): Promise<readonly ShownLetter[]>;
  /** One with its bytes, or null. */
  letter(id: string): Promise<ShownLetter | null>;
  /** Puts dead letters back, a part after the other. */
  replay(
    choice: LetterChoice,
    how: { readonly again: boolean; readonly dryRun: boolean },
  ): AsyncIterable<LetterOutcome>;
  close(): Promise<void>;
}
