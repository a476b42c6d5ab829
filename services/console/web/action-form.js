import { h } from './dom.js';

/** A form of a task's step: sent once at a time. */
export function form(label, send, ...fields) {
  return h(
    'form',
    {
      class: 'action-form',
      onsubmit: (event) => {
        event.preventDefault();
        const button = event.target.querySelector('button');
        button.disabled = true;
        void send(new FormData(event.target)).finally(() => {
          button.disabled = false;
        });
      },
    },
    fields,
    h('button', { class: 'primary' }, label),
  );
}

/** A control under its label. */
export function field(label, control) {
  return h('label', {}, h('span', {}, label), control);
}
