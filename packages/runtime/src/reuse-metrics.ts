import type { GaugeMetric, Metrics } from './metrics.ts';

/** Metrics for something that is started anew in the same process: the same name is the same metric, and a gauge asks whoever came last. */
export function reuseMetrics(metrics: Metrics): Metrics {
  const known = new Map<string, unknown>();
  const collectors = new Map<string, (gauge: GaugeMetric) => void | Promise<void>>();
  const reuse = <T>(name: string, make: () => T): T => {
    const made = (known.get(name) as T | undefined) ?? make();
    known.set(name, made);
    return made;
  };
  return {
    contentType: metrics.contentType,
    text: () => metrics.text(),
    clear: () => {
      metrics.clear();
      known.clear();
      collectors.clear();
    },
    counter: (name, ...more) => reuse(name, () => metrics.counter(name, ...more)),
    histogram: (name, ...more) => reuse(name, () => metrics.histogram(name, ...more)),
    gauge(name, help, labels, collect) {
      if (collect === undefined) return reuse(name, () => metrics.gauge(name, help, labels));
      collectors.set(name, collect);
      return reuse(name, () =>
        metrics.gauge(name, help, labels, (gauge) => collectors.get(name)?.(gauge)),
      );
    },
  };
}
