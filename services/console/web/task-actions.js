import { field, form } from './action-form.js';
import { change } from './api.js';
import { announce, fill, h } from './dom.js';
import { shortTime } from './format.js';
import { resolveForm } from './resolve-form.js';

/** What an owner can do with a task now; the step that is due comes first and stands out. */
export function taskActions(task, owners, done) {
  const place = h('div', { class: 'unfolded' });
  const act = async (name, body, said) => {
    try {
      await change(`/v1/tasks/${task.id}/${name}`, { ...body, version: task.version });
      announce(said);
      await done();
    } catch (failure) {
      announce(
        failure.errors?.[0]
          ? `${failure.message} ${failure.errors[0].field}: ${failure.errors[0].message}`
          : failure.message,
        'bad',
      );
      if (failure.status === 409) await done();
    }
  };
  const open = (button, form) => {
    const closing = button.getAttribute('aria-expanded') === 'true';
    for (const other of buttons.querySelectorAll('[aria-expanded]'))
      other.setAttribute('aria-expanded', 'false');
    if (closing) {
      place.replaceChildren();
      return;
    }
    button.setAttribute('aria-expanded', 'true');
    // What was said last would lie over the form on a phone.
    document.getElementById('said').replaceChildren();
    fill(place, form());
    place.querySelector('input, select, textarea')?.focus();
  };
  const direct = (label, work) =>
    h(
      'button',
      {
        type: 'button',
        onclick: (event) => {
          event.currentTarget.disabled = true;
          void work();
        },
      },
      label,
    );
  const unfolding = (label, form) =>
    h(
      'button',
      {
        type: 'button',
        'aria-expanded': 'false',
        onclick: (event) => open(event.currentTarget, form),
      },
      label,
    );

  const all = {
    acknowledge: direct('I have it', () =>
      act(
        'acknowledge',
        {},
        'It is yours. The mails about it stop; the next clock is the promise.',
      ),
    ),
    promise: unfolding('I promise …', () => promiseForm(act)),
    deliver: unfolding('It is delivered', () =>
      noteForm('What was done (optional)', 'Delivered', (note) =>
        act(
          'deliver',
          note === '' ? {} : { note },
          'Written down as delivered. Resolve it once the customer has it.',
        ),
      ),
    ),
    resolve: unfolding('Resolve', () => resolveForm(task, act)),
    assign: unfolding('Hand over', () => assignForm(task, owners, act)),
    note: unfolding('Add a note', () =>
      noteForm('Note', 'Keep the note', (text) => act('note', { text }, 'The note is kept.'), true),
    ),
    no: unfolding('Not a complaint', () =>
      noteForm('Why not (optional)', 'It is no complaint', (reason) =>
        act(
          'not-a-complaint',
          reason === '' ? {} : { reason },
          'Closed as no complaint. The feedback is kept.',
        ),
      ),
    ),
    reopen: unfolding('Reopen', () =>
      noteForm(
        'Why',
        'Reopen',
        (reason) => act('reopen', { reason }, 'Open again, with new clocks.'),
        true,
      ),
    ),
  };
  const order = ORDER[task.state] ?? [];
  order.forEach((name, index) => {
    if (index === 0) all[name].classList.add('primary');
  });
  const buttons = h(
    'div',
    { class: 'buttons', role: 'group', 'aria-label': 'What you can do' },
    order.map((name) => all[name]),
  );
  return h('div', { class: 'actions' }, buttons, place);
}

const ORDER = {
  open: ['acknowledge', 'promise', 'assign', 'resolve', 'note', 'no'],
  acknowledged: ['promise', 'deliver', 'resolve', 'assign', 'note', 'no'],
  promised: ['deliver', 'promise', 'resolve', 'assign', 'note', 'no'],
  delivered: ['resolve', 'promise', 'assign', 'note', 'no'],
  resolved: ['reopen', 'note'],
  closed: ['reopen', 'note'],
};

function noteForm(label, action, send, required = false) {
  return form(
    action,
    (data) => send(String(data.get('text')).trim()),
    field(label, h('textarea', { name: 'text', rows: 3, dir: 'auto', maxlength: 4000, required })),
  );
}

function promiseForm(act) {
  const inAnHour = new Date(Math.ceil((Date.now() + 3_600_000) / 900_000) * 900_000);
  return form(
    'Promise it',
    (data) => {
      const dueAt = new Date(String(data.get('dueAt'))).toISOString();
      return act(
        'promise',
        { text: String(data.get('text')), dueAt },
        `Promised by ${shortTime(dueAt)}. You are reminded if it is not delivered by then.`,
      );
    },
    field(
      'What you promise, as you tell the customer',
      h('textarea', { name: 'text', rows: 2, dir: 'auto', maxlength: 2000, required: true }),
    ),
    field(
      'By when, in your time',
      h('input', {
        type: 'datetime-local',
        name: 'dueAt',
        value: localValue(inAnHour),
        min: localValue(new Date()),
        required: true,
      }),
    ),
  );
}

function localValue(date) {
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** Nobody of the sample stories gets a real task: they are never mailed. */
function assignForm(task, owners, act) {
  const others = owners.filter(({ id, sample }) => id !== task.owner && (task.sample || !sample));
  if (others.length === 0)
    return h(
      'p',
      { class: 'quiet' },
      'There is nobody else yet. Enter owners with PUT /v1/owners.',
    );
  return form(
    'Hand over',
    (data) => {
      const owner = String(data.get('owner'));
      return act(
        'assign',
        { owner },
        `Handed over; ${others.find(({ id }) => id === owner)?.name ?? owner} gets a mail.`,
      );
    },
    field(
      'To whom',
      h(
        'select',
        { name: 'owner' },
        others.map(({ id, name, absentUntil }) =>
          h(
            'option',
            {
              value: id,
              disabled: absentUntil !== undefined && Date.parse(absentUntil) > Date.now(),
            },
            `${name ?? id}${absentUntil !== undefined && Date.parse(absentUntil) > Date.now() ? `, away until ${shortTime(absentUntil)}` : ''}`,
          ),
        ),
      ),
    ),
  );
}
