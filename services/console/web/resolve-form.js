import { field, form } from './action-form.js';
import { h } from './dom.js';
import { words } from './format.js';

const CAUSES = [
  'broken-promise',
  'delay-waiting',
  'handoff-disconnect',
  'repeat-contact',
  'no-human-reachable',
  'staff-conduct',
  'product-defect',
  'outage-access',
  'billing-amount',
  'price-value',
  'policy-refusal',
  'communication-overload',
  'privacy-security',
  'lost-damaged',
  'cleanliness-safety',
  'usability',
  'cancellation-change',
  'other',
];
const REMEDIES = ['put-right', 'refund', 'credit', 'replacement', 'explanation', 'apology', 'none'];

/**
 * What closes the loop: where it came from, what the customer complained of (what was detected is ticked; nothing ticked confirms nothing), what was
 * done.
 */
export function resolveForm(task, act) {
  const likely = [...task.causes, ...CAUSES.filter((cause) => !task.causes.includes(cause))];
  return form(
    'Resolve',
    (data) => {
      const cost = String(data.get('cost'));
      const note = String(data.get('note')).trim();
      const causes = data.getAll('causes').map(String);
      return act(
        'resolve',
        {
          cause: String(data.get('cause')),
          ...(causes.length === 0 ? {} : { causes }),
          action: {
            type: String(data.get('action')),
            ...(cost === '' ? {} : { cost: Number(cost) }),
          },
          ...(note === '' ? {} : { note }),
        },
        'Resolved. No further mail goes out about it.',
      );
    },
    field(
      'What it came from',
      h(
        'select',
        { name: 'cause' },
        likely.map((cause) => h('option', { value: cause }, words(cause))),
      ),
    ),
    confirmedCauses(task, likely),
    field(
      'What was done',
      h(
        'select',
        { name: 'action' },
        REMEDIES.map((remedy) => h('option', { value: remedy }, words(remedy))),
      ),
    ),
    field(
      'What it cost (optional)',
      h('input', { type: 'number', name: 'cost', min: 0, step: 'any', inputmode: 'decimal' }),
    ),
    field(
      'Note (optional)',
      h('textarea', { name: 'note', rows: 2, dir: 'auto', maxlength: 4000 }),
    ),
  );
}

function confirmedCauses(task, likely) {
  return h(
    'fieldset',
    { class: 'confirmed' },
    h('legend', {}, 'What the customer complains of; correct it where it is wrong'),
    likely.map((cause) =>
      h(
        'label',
        {},
        h('input', {
          type: 'checkbox',
          name: 'causes',
          value: cause,
          checked: task.causes.includes(cause),
        }),
        words(cause),
      ),
    ),
  );
}
