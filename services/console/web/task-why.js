import { h, theirs } from './dom.js';
import { capital, points } from './format.js';
import { reasonText } from './inbox.js';

/** Why the task is as severe as it is: contributions that add up to the figure shown. */
export function why(task) {
  const sum =
    Math.round(task.reasons.reduce((total, { points: value }) => total + value, 0) * 10) / 10;
  const largest = Math.max(1, ...task.reasons.map(({ points: value }) => Math.abs(value)));
  const from = task.thresholds[task.severity];
  return h(
    'section',
    { class: 'panel', 'aria-labelledby': 'why' },
    h('h2', { id: 'why' }, `Why ${task.severity}`),
    h(
      'table',
      { class: 'reasons' },
      h(
        'tbody',
        {},
        [...task.reasons]
          .sort((a, b) => b.points - a.points)
          .map((reason) =>
            h(
              'tr',
              {},
              h('td', { class: 'points' }, points(reason.points)),
              h(
                'td',
                {},
                capital(reasonText(reason)),
                reason.evidence?.length
                  ? h(
                      'span',
                      { class: 'evidence' },
                      ' ',
                      reason.evidence
                        .slice(0, 2)
                        .map(({ text }) => [theirs(`“${text}”`, { language: task.language }), ' ']),
                    )
                  : null,
                h('meter', {
                  min: 0,
                  max: largest,
                  value: Math.abs(reason.points),
                  class: reason.points < 0 ? 'less' : null,
                  'aria-hidden': 'true',
                }),
              ),
            ),
          ),
      ),
      h(
        'tfoot',
        {},
        h(
          'tr',
          {},
          h('td', { class: 'points' }, String(sum)),
          h(
            'td',
            {},
            from === undefined ? 'together' : `together; ${task.severity} from ${from} on`,
          ),
        ),
      ),
    ),
    h('p', { class: 'quiet' }, severityNote(task, sum)),
  );
}

function severityNote(task, sum) {
  const from = task.thresholds[task.severity];
  return from !== undefined && sum < from
    ? `It was ${task.severity} before; within one grievance the severity never falls.`
    : '';
}
