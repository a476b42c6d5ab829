export type ServerKind = 'kafka' | 'sqs' | 'postgres' | 'redis' | 'mail';
/** Orderly, at once as its operator would, or as a crash. */
export type StopMode = 'fast' | 'immediate' | 'kill';

/** One server of a set, as it was when it was asked for. */
export interface Server {
  /** `kafka-4.1.1`, `sqs`, … */
  readonly name: string;
  readonly kind: ServerKind;
  readonly version: string;
  readonly host: string;
  readonly port: number;
  /** That one first, then whatever else it listens on. */
  readonly ports: readonly number[];
  readonly address: string;
  /** Null where it is stopped, or a container. */
  readonly pid: number | null;
  readonly log: string;
  /** On the port and with the data it had; resolves when it answers. Running already: resolves. */
  start(): Promise<void>;
  /** Resolves when it is gone. */
  stop(mode?: StopMode): Promise<void>;
  /** `stop('kill')`. */
  kill(): Promise<void>;
}

/** A set of servers in a run folder. It outlives the process that started it. */
export interface Infra {
  readonly runDir: string;
  servers(): Server[];
  /** By name or kind; throws where there is none. */
  server(name: string): Server;
  /** The first broker. */
  readonly kafka: Server;
  readonly postgres: Server;
  readonly redis: Server;
  readonly sqs: Server;
  readonly mail: Server;
  /** What the services read to use these servers, by variable. */
  environment(): Record<string, string>;
  /** By name: `answers`, `stopped`, `ended by itself`, `runs, but does not answer`. */
  conditions(): Promise<Record<string, string>>;
  /** Ends what was started here, and takes its data away unless it is kept. */
  stop(options?: { keepData?: boolean }): Promise<unknown[]>;
}

export interface InfraOptions {
  /** Where data, logs and what runs are written down; another folder is another set. */
  runDir?: string;
  /** Where fetched jars are kept. */
  cache?: string;
  /** Hears how far it is. */
  say?: (server: { readonly name: string }, text: string) => void;
}

export interface StartOptions extends InfraOptions {
  only?: readonly ServerKind[];
  /** Versions of Kafka. */
  kafka?: readonly string[];
  engine?: 'auto' | 'docker' | 'local';
}

export declare const DEFAULT_RUN_DIR: string;

/** Something that a start needs is not on this machine. */
export declare class MissingError extends Error {
  readonly sentences: readonly string[];
}

/** Starts what is missing of a set and resolves when each answers; what runs already is left as it is. */
export declare function startInfra(options?: StartOptions): Promise<Infra>;

/** The set that lives in a run folder; nothing is started by this. */
export declare function openInfra(options?: InfraOptions): Infra;
