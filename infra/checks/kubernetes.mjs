import { documentsOf } from './house.mjs';

const OPERATIONS_PORT = 9464;

/** What is wrong with the manifests (text by file name), by rule. */
export function checkKubernetes(files, house) {
  const problems = [];
  const say = (rule, words) => problems.push({ rule, words });
  const all = Object.values(files).flatMap(documentsOf);
  const ofKind = (kind) => all.filter((one) => one.kind === kind);
  const [settings] = ofKind('ConfigMap');
  const everything = Object.assign({}, ...Object.values(house.services));
  for (const name of Object.keys(settings.data))
    if (!(name in everything)) say('known variables', `${settings.metadata.name}: ${name}`);
  const deployments = Object.fromEntries(
    ofKind('Deployment').map((one) => [one.metadata.name, one]),
  );
  for (const name of Object.keys(house.services))
    if (deployments[name] === undefined) say('every service', `${name} has no Deployment`);
  for (const [name, { spec }] of Object.entries(deployments))
    checkDeployment(name, spec.template.spec, {
      say,
      known: house.services[name],
      settings: settings.data,
    });
  for (const { metadata, spec } of ofKind('Service'))
    if (deployments[spec.selector['app.kubernetes.io/name']] === undefined)
      say('every service', `nothing stands behind ${metadata.name}`);
  const jobs = ofKind('Job').map(({ spec }) => spec.template.spec.containers[0].args.join(' '));
  if (!jobs.includes('services/standalone/bin/redress.js topics apply'))
    say('topics', 'no Job makes them');
  return problems;
}

function checkDeployment(name, pod, { say, known, settings }) {
  if (known === undefined) return say('every service', `${name} has no src/main.ts`);
  const [container] = pod.containers;
  if (container.args.join(' ') !== `services/${name}/dist/main.js`)
    say('its own main', `${name} runs ${container.args.join(' ')}`);
  if (!/:\d+\.\d+\.\d+$/u.test(container.image))
    say('pinned images', `${name}: ${container.image}`);
  if (pod.terminationGracePeriodSeconds !== 30) say('time to end', name);
  if (pod.securityContext?.runAsNonRoot !== true) say('not as root', name);
  const ports = Object.fromEntries(container.ports.map((port) => [port.name, port.containerPort]));
  if (ports.operations !== OPERATIONS_PORT)
    say('probes', `${name}: operations is not ${OPERATIONS_PORT}`);
  for (const [probe, where] of Object.entries({
    livenessProbe: '/health/live',
    readinessProbe: '/health/ready',
  })) {
    const asked = container[probe]?.httpGet;
    if (asked?.path !== where || asked.port !== 'operations')
      say('probes', `${name}: ${probe} does not ask ${where}`);
  }
  if (
    container.resources?.requests === undefined ||
    container.resources.limits?.memory === undefined
  )
    say('resources', name);
  const own = (container.env ?? []).map((one) => one.name);
  for (const variable of own)
    if (!(variable in known)) say('known variables', `${name}: ${variable}`);
  for (const [variable, required] of Object.entries(known))
    if (required && !own.includes(variable) && !(variable in settings))
      say('required variables', `${name}: ${variable}`);
  return undefined;
}
