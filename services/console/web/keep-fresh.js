import { isLive, onNews } from './live.js';

/** Two looks are at least so far apart, however much happens. */
const APART = 800;
/** After what was shown could not be drawn anew because somebody was at it. */
const LATER = 2_000;

/**
 * Repeats `work` for what is shown: at once after news that concern it, every `whenLive` milliseconds all the same, and every `every` while no
 * news come; never while nobody sees it, one at a time. Where it answers 'later' it is asked again after a moment. Returns how to stop.
 */
export function keepFresh(work, { every, whenLive = every, concerns = () => true }) {
  let timer;
  let started = Date.now();
  let due = Infinity;
  let working = false;
  let ended = false;

  const plan = (wait) => {
    clearTimeout(timer);
    due = Date.now() + wait;
    timer = setTimeout(() => void look(), wait);
  };
  const look = async () => {
    due = Infinity;
    if (ended || document.hidden) return;
    working = true;
    started = Date.now();
    const outcome = await work();
    working = false;
    if (ended) return;
    // News came meanwhile: what was read may be from before.
    const wait = outcome === 'later' ? LATER : isLive() ? whenLive : every;
    plan(Math.min(wait, Math.max(0, due - Date.now())));
  };
  const soon = () => {
    const wait = Math.max(0, started + APART - Date.now());
    if (Date.now() + wait >= due) return;
    if (working) due = Date.now() + wait;
    else plan(wait);
  };

  const stopNews = onNews((news) => {
    if (news === null || concerns(news)) soon();
  });
  const onVisible = () => {
    if (!document.hidden) soon();
  };
  document.addEventListener('visibilitychange', onVisible);
  plan(every);
  return () => {
    ended = true;
    clearTimeout(timer);
    stopNews();
    document.removeEventListener('visibilitychange', onVisible);
  };
}
