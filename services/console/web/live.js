/** Before a stream that was refused is asked for again. The browser asks again by itself for one that broke off. */
const RETRY = 15_000;
/** A stream that comes back within this was never away: the server ends each after a while. */
const GRACE = 5_000;
/** A page that nobody sees keeps its stream so long. */
const HIDDEN = 10_000;

const hearers = new Set();
let show = () => {};
let started = false;
let live = false;
let stream = null;
let retry;
let grace;
let hidden;

/** Opens the stream of changes once, and says whether they come (`true`) or the page has to look by itself, at every change. */
export function startLive(shown) {
  if (started) return;
  started = true;
  show = shown;
  show(live);
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden);
    if (document.hidden) hidden = setTimeout(close, HIDDEN);
    else open();
  });
  open();
}

/** Whether changes come by themselves. */
export function isLive() {
  return live;
}

/** Hears `{ tasks, deliveries }` of each change, and null where anything may have changed. Returns how to stop. */
export function onNews(hear) {
  hearers.add(hear);
  return () => hearers.delete(hear);
}

function open() {
  if (stream !== null || document.hidden) return;
  stream = new EventSource('/v1/live');
  stream.addEventListener('reach', (event) => set(JSON.parse(event.data).live));
  stream.addEventListener('news', (event) => tell(JSON.parse(event.data)));
  stream.addEventListener('error', () => {
    grace ??= setTimeout(() => set(false), GRACE);
    if (stream?.readyState !== EventSource.CLOSED) return;
    close();
    retry = setTimeout(open, RETRY);
  });
}

function close() {
  clearTimeout(retry);
  stream?.close();
  stream = null;
}

function set(next) {
  clearTimeout(grace);
  grace = undefined;
  if (next !== live) {
    live = next;
    show(live);
  }
  // What was told before the stream stood, or while it was away, was not heard.
  tell(null);
}

function tell(news) {
  for (const hear of [...hearers]) hear(news);
}
