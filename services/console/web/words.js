import { h } from './dom.js';
import { capital, words } from './format.js';

/**
 * A customer's words with what was found in them marked: causes, threats to leave or to go public, promises.
 * `spans` are UTF-16 offsets into `text`; where two overlap the earlier one wins.
 */
export function markedWords({ text, language, spans }) {
  const parts = [];
  let at = 0;
  for (const span of ordered(spans, text.length)) {
    if (span.start < at) continue;
    parts.push(text.slice(at, span.start));
    parts.push(
      h(
        'mark',
        { class: span.kind, title: capital(words(span.label)) },
        text.slice(span.start, span.end),
      ),
    );
    at = span.end;
  }
  parts.push(text.slice(at));
  return h(
    'blockquote',
    { class: 'words', dir: 'auto', lang: language && language !== 'und' ? language : null },
    parts,
  );
}

function ordered(spans, length) {
  return [...spans]
    .filter(({ start, end }) => start < end && end <= length)
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** What the marks in some words stand for, once each. */
export function legend(spans) {
  const labels = [...new Map(spans.map((span) => [`${span.kind}:${span.label}`, span])).values()];
  if (labels.length === 0) return null;
  return h(
    'p',
    { class: 'legend' },
    labels.map(({ kind, label }) => h('span', { class: `key ${kind}` }, words(label))),
  );
}
