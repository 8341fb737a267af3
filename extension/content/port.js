/**
 * A paper read over a port to the background, to its end: through a worker that was killed, until the extension itself is gone.
 *
 * @typedef {import('../lib/wire.js').Event} Event
 * @typedef {import('../lib/wire.js').Problem} Problem
 * @typedef {import('../lib/wire.js').Request} Request
 * @typedef {import('../lib/messages.js').FromReader} FromReader what it is asked
 * @typedef {import('../lib/messages.js').ToReader} ToReader what the background says
 * @typedef {{
 *   postMessage: (message: FromReader) => void, disconnect: () => void,
 *   onMessage: {addListener: (listener: (message: ToReader) => void) => void},
 *   onDisconnect: {addListener: (listener: () => void) => void}
 * }} Port what is used of a chrome.runtime.Port
 *
 * @typedef {object} Reader
 * @property {(event: Event, id: string) => void} event
 * @property {(problem: Problem) => void} problem what ended the reading, if not an event
 * @property {AbortSignal} signal ends it without a word; the job goes on in the service
 */

/** A worker dies after 30 s in which nothing reached it (measured in Chromium and Firefox). */
const PING = 20_000;
/** Before a lost port is opened again, in ms. Something that comes through it starts the row anew. */
const BACKOFF = [100, 500, 1_000, 2_000, 4_000];
/** How a page learns that it was set aside and is shown again (back/forward cache): meanwhile its ports were closed without a word. */
const BACK = 'pageshow';

/** Whether the extension that this script belongs to is still there. */
export const isAlive = () => Boolean(globalThis.chrome?.runtime?.id);

/** @returns {Port} */
const connectToBackground = () => chrome.runtime.connect({ name: 'read' });

/**
 * A problem that only the page can find: the extension was reloaded, updated or removed under it, or the reader stopped.
 *
 * @param {'extension_gone' | 'cancelled' | 'offline'} code
 * @returns {Problem} worded by the panel
 */
export function ownProblem(code) {
  const retryable = code !== 'extension_gone';
  return { type: `urn:takeaways:problem:${code}`, code, title: '', status: 0, detail: '', action: '', retryable, retry_after: null };
}

/** @param {Problem} problem @returns {Problem} the service could not reach arXiv, as nobody here can */
function told(problem) {
  return problem.code === 'source_unreachable' && globalThis.navigator?.onLine === false ? ownProblem('offline') : problem;
}

/**
 * @param {Request} request
 * @param {Reader} reader
 * @param {{connect?: () => Port, alive?: () => boolean, page?: EventTarget}} [around] the background, and the page's window
 * @returns {{stop: (job: string | null) => void}} stop: the job itself; it ends with the problem `cancelled`
 */
export function readOverPort(request, { event, problem, signal }, { connect = connectToBackground, alive = isAlive, page = window } = {}) {
  /** @type {Port | null} */
  let port = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;
  let job = '';
  let last = '';
  let losses = 0;
  let ended = false;

  function end() {
    ended = true;
    drop();
  }

  /** @param {Problem} found */
  function fail(found) {
    end();
    problem(told(found));
  }

  /** @param {ToReader} message */
  function take(message) {
    if (ended) return;
    if (message.type === 'problem') return fail(message.problem);
    if (message.type !== 'event') return;
    losses = 0;
    last = message.id;
    const came = message.event;
    if (came.type === 'stage') job = came.job;
    if (came.type === 'summary' || came.type === 'failed') end();
    event(came.type === 'failed' ? { ...came, problem: told(came.problem) } : came, message.id);
  }

  function drop() {
    clearTimeout(timer);
    clearInterval(beat);
    port?.disconnect();
    port = null;
  }

  function lost() {
    drop();
    if (ended) return;
    const wait = BACKOFF[losses++];
    if (!alive() || wait === undefined) return fail(ownProblem('extension_gone'));
    timer = setTimeout(open, wait);
  }

  function ping() {
    try {
      port?.postMessage({ type: 'ping' });
    } catch {
      lost(); // closed, and nobody said so
    }
  }

  function open() {
    try {
      const opened = connect();
      port = opened;
      opened.onMessage.addListener(take);
      opened.onDisconnect.addListener(() => port === opened && lost());
      opened.postMessage(job && last ? { type: 'read', request, after: { job, id: last } } : { type: 'read', request });
      beat = setInterval(ping, PING);
    } catch (err) {
      // «Extension context invalidated» in Chromium; Firefox has its own words.
      console.error('Takeaways: the background cannot be reached.', err);
      fail(ownProblem('extension_gone'));
    }
  }

  signal.addEventListener('abort', end, { once: true });
  page.addEventListener(
    BACK,
    (shown) => {
      if (ended || !(/** @type {PageTransitionEvent} */ (shown).persisted)) return;
      drop();
      open();
    },
    { signal },
  );
  open();
  return {
    stop(asked) {
      if (ended) return;
      if (port) port.postMessage({ type: 'stop', job: asked });
      else fail(ownProblem('cancelled'));
    },
  };
}
