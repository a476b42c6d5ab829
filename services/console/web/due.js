import { h } from './dom.js';
import { dueTime, exactTime, shortTime } from './format.js';

/** A due time: when, and how far away; late ones stand out. */
export function when(at) {
  const late = Date.parse(at) < Date.now();
  return [
    h(
      'strong',
      { class: late ? 'late' : null },
      h('time', { datetime: at, title: exactTime(at) }, shortTime(at)),
    ),
    ` (${dueTime(at)})`,
  ];
}
