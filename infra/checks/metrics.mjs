import { documentsOf } from './house.mjs';

/** What alert rules, dashboard and scrape configuration name that is not there, by rule. */
export function checkMetrics({ alerts, dashboard, scrape }, house) {
  const problems = [];
  const say = (rule, words) => problems.push({ rule, words });
  const rules = documentsOf(alerts)[0].groups.flatMap((group) => group.rules);
  const panels = JSON.parse(dashboard).panels;
  const expressions = [
    ...rules.map(({ alert, expr }) => [alert, expr]),
    ...panels.flatMap(({ title, targets }) => targets.map(({ expr }) => [title, expr])),
  ];
  for (const [where, expression] of expressions)
    for (const [name] of expression.matchAll(/\bredress_\w+/gu))
      if (!isThere(name, house.metrics)) say('metrics exist', `${where}: ${name}`);
  for (const { alert, annotations } of rules)
    if (!annotations?.summary || !annotations.action) say('what to do', alert);
  const targets = documentsOf(scrape)[0].scrape_configs.flatMap((job) =>
    job.static_configs.flatMap((one) => one.targets),
  );
  for (const name of Object.keys(house.services))
    if (!targets.includes(`${name}:9464`)) say('every service', `${name} is not scraped`);
  for (const target of targets)
    if (!(target.split(':')[0] in house.services)) say('every service', `${target} is none`);
  return problems;
}

/** A histogram is seen as its buckets, sum and count; the others by their own name. */
function isThere(name, metrics) {
  if (metrics[name] !== undefined) return metrics[name] !== 'histogram';
  return metrics[name.replace(/_(bucket|sum|count)$/u, '')] === 'histogram';
}
