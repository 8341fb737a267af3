/**
 * Ask through the back/forward cache: a page that is set aside loses, without a word, the answers that were on their way to it. It
 * asks again when it is back.
 *
 * @template M, A
 * @param {(message: M) => Promise<A>} ask
 * @param {EventTarget} [page] its window
 * @returns {(message: M) => Promise<A>}
 */
export function askingAgain(ask, page = window) {
  return (message) =>
    new Promise((resolve, reject) => {
      const over = new AbortController();
      let latest = 0;
      const go = () => {
        const mine = ++latest;
        /** @template T @param {(result: T) => void} settle @returns {(result: T) => void} */
        const unlessLate = (settle) => (result) => {
          if (mine !== latest) return;
          over.abort();
          settle(result);
        };
        ask(message).then(unlessLate(resolve), unlessLate(reject));
      };
      page.addEventListener('pageshow', (shown) => /** @type {PageTransitionEvent} */ (shown).persisted && go(), { signal: over.signal });
      go();
    });
}
