import client from 'prom-client';

/** Label values by label name. Never a person: ids of things and reasons only. */
export type Labels = Readonly<Record<string, string>>;

export interface CounterMetric {
  inc(labels?: Labels, by?: number): void;
}

export interface HistogramMetric {
  /** Seconds for durations, bytes for sizes. */
  observe(value: number, labels?: Labels): void;
}

export interface GaugeMetric {
  set(value: number, labels?: Labels): void;
}

/** A registry of its own: two of them in one process (tests, the standalone) do not share anything. */
export interface Metrics {
  counter(name: string, help: string, labels?: readonly string[]): CounterMetric;
  histogram(
    name: string,
    help: string,
    labels?: readonly string[],
    buckets?: readonly number[],
  ): HistogramMetric;
  /**
   * A value that goes up and down. `collect` is asked whenever the page is read, on a gauge emptied before;
   * if it throws, the gauge is left out of that page and the others are still told.
   */
  gauge(
    name: string,
    help: string,
    labels?: readonly string[],
    collect?: (gauge: GaugeMetric) => void | Promise<void>,
  ): GaugeMetric;
  /** The page Prometheus reads. */
  text(): Promise<string>;
  /** Forgets every metric, for a start that is tried anew. */
  clear(): void;
  readonly contentType: string;
}

/** Metrics of one process. The same name twice is an error of the program and throws. */
export function createMetrics(): Metrics {
  const registry = new client.Registry();
  const registers = [registry];
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    clear: () => {
      registry.clear();
    },
    counter(name, help, labels = []) {
      const counter = new client.Counter({ name, help, labelNames: [...labels], registers });
      return {
        inc: (values = {}, by = 1) => {
          counter.inc(values, by);
        },
      };
    },
    histogram(name, help, labels = [], buckets) {
      const histogram = new client.Histogram({
        name,
        help,
        labelNames: [...labels],
        registers,
        ...(buckets === undefined ? {} : { buckets: [...buckets] }),
      });
      return {
        observe: (value, values = {}) => {
          histogram.observe(values, value);
        },
      };
    },
    gauge(name, help, labels = [], collect) {
      const gauge: client.Gauge = new client.Gauge({
        name,
        help,
        labelNames: [...labels],
        registers,
        ...(collect === undefined ? {} : { collect: () => collected(gauge, set, collect) }),
      });
      const set: GaugeMetric = {
        set: (value, values = {}) => {
          gauge.set(values, value);
        },
      };
      return set;
    },
  };
}

async function collected(
  gauge: client.Gauge,
  set: GaugeMetric,
  collect: (gauge: GaugeMetric) => void | Promise<void>,
): Promise<void> {
  gauge.reset();
  try {
    await collect(set);
  } catch {
    gauge.remove();
  }
}
