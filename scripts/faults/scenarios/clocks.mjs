import { setTimeout as sleep } from 'node:timers/promises';

const RUNGS = 2;
const step = { acknowledge: 'PT4S', promise: 'P1D', deliver: 'P3D' };
const severities = { critical: step, high: step, medium: step, low: step };
const PLACES = ['after-clock-claim', 'after-clock-commit'];
const PATIENCE_MS = 180_000;

/** Every task runs through its ladder while those who fire its clocks die in the middle of it. */
export const clocks = {
  name: 'clocks',
  demanded: 'kill -9 while clocks are claimed and fired: every rung once, none left out',
  beside: true,
  perSecond: 30,
  setting: () => ({
    policy: {
      clocks: { staff: severities, customer: severities },
      ladder: [
        { after: 'PT0S', to: 'owner' },
        { after: 'PT4S', to: 'supervisor' },
      ],
    },
  }),
  async run(world, { long }) {
    const { fleet, random } = world;
    const findings = [];
    let windows = 0;
    for (let time = 0; time < (long ? 20 : 2); time += 1) {
      const notifier = fleet.service(`notifier-${1 + (time % 2)}`);
      const killAt = `${PLACES[time % PLACES.length]}:${1 + Math.floor(random() * 2)}`;
      await sleep(500 + random() * 1000);
      const before = notifier.deaths.length;
      await notifier.kill(killAt);
      for (const until = Date.now() + PATIENCE_MS; notifier.deaths.length < before + 2;) {
        if (Date.now() > until) {
          findings.push({ id: killAt, what: 'no life of its process came there' });
          break;
        }
        await sleep(100);
      }
      windows += notifier.deaths.length - before;
      void world.probes.start();
    }
    return { faults: windows, windows, findings, check: ({ store }) => everyRungOnce(store) };
  },
};

function everyRungOnce({ tasks, deliveries }) {
  const rungs = new Map(tasks.map(({ id }) => [id, 0]));
  for (const { taskId, kind } of deliveries)
    if (kind === 'escalation') rungs.set(taskId, (rungs.get(taskId) ?? 0) + 1);
  return [...rungs]
    .filter(([, count]) => count !== RUNGS)
    .map(([id, count]) => ({
      id,
      what: `${count} rungs of its ladder fired, and it has ${RUNGS}`,
    }));
}
