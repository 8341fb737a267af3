/** Both browsers stop a background that is idle for 30 s, also in the middle of a stream; a call of the browser's counts as work. */
const EVERY = 20_000;

/**
 * Keeps the background alive while somebody waits for it.
 *
 * @returns {() => () => void} hold it awake, until what is returned is called
 */
export function createAwake() {
  let held = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let timer;
  return () => {
    held += 1;
    if (held === 1) timer = setInterval(() => void chrome.runtime.getPlatformInfo(), EVERY);
    let released = false;
    return () => {
      if (released) return;
      released = true;
      held -= 1;
      if (held === 0) clearInterval(timer);
    };
  };
}
