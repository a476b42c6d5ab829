/**
 * An element with its properties and children. Strings become text, never markup; null and false children are left out.
 * `on…` properties listen, `class` and everything else become attributes; false and null attributes are left out.
 */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child);
  }
}

/** Puts children in the place of what an element holds. */
export function fill(element, ...children) {
  element.replaceChildren();
  append(element, children);
  return element;
}

/** The same, for what somebody may be at: the link that has the focus keeps it. */
export function redraw(element, ...children) {
  const focused = element.contains(document.activeElement)
    ? document.activeElement.getAttribute('href')
    : null;
  fill(element, ...children);
  if (focused === null) return;
  const again = [...element.querySelectorAll('a')].find(
    (anchor) => anchor.getAttribute('href') === focused,
  );
  again?.focus({ preventScroll: true });
}

/** Whether somebody is marking text in it. */
export function isMarked(element) {
  const selection = document.getSelection();
  return selection?.type === 'Range' && selection.containsNode(element, true);
}

/** Somebody else's words: in their language and direction, kept apart from ours. */
export function theirs(text, { tag = 'bdi', language, ...properties } = {}) {
  return h(
    tag,
    { dir: 'auto', lang: language && language !== 'und' ? language : null, ...properties },
    text,
  );
}

/** A link within the page. */
export function link(href, properties, ...children) {
  return h('a', { href, 'data-link': true, ...properties }, ...children);
}

/** Says what happened, also to who does not see the page. */
export function announce(text, tone = 'good') {
  const place = document.getElementById('said');
  fill(place, h('p', { class: tone }, text));
  clearTimeout(announce.timer);
  announce.timer = setTimeout(() => place.replaceChildren(), tone === 'bad' ? 12000 : 7000);
}
