/**
 * When a card comes and goes, as Wikipedia's previews do (MediaWiki's Popups): a pointer that only passes asks for nothing.
 *
 * @template T
 * @typedef {object} Moments
 * @property {(target: T) => void} fetch the pointer rests: what will be shown may be asked for
 * @property {(target: T) => void} show
 * @property {() => void} hide
 */

/** In ms since the pointer came, or went. */
export const FETCH = 150;
export const SHOW = 450;
export const GRACE = 300;

/**
 * @template T
 * @param {Moments<T>} moments
 */
export function createTiming({ fetch, show, hide }) {
  /** @type {T | null} */
  let shown = null;
  /** @type {T | null} */
  let rested = null;
  /** @type {ReturnType<typeof setTimeout>[]} */
  let coming = [];
  /** @type {ReturnType<typeof setTimeout> | null} */
  let going = null;

  function forget() {
    coming.forEach(clearTimeout);
    [coming, rested] = [[], null];
  }

  function keep() {
    if (going !== null) clearTimeout(going);
    going = null;
  }

  function close() {
    keep();
    if (shown === null) return;
    shown = null;
    hide();
  }

  return {
    /** @returns {T | null} what a card is shown for */
    get shown() {
      return shown;
    },

    /** The pointer, or the focus, is on a target. @param {T} target */
    enter(target) {
      if (target === rested) return;
      forget();
      if (target === shown) return keep();
      // The card of another target keeps its time.
      if (shown !== null) going ??= setTimeout(close, GRACE);
      rested = target;
      coming = [
        setTimeout(fetch, FETCH, target),
        setTimeout(() => {
          close();
          forget();
          shown = target;
          show(target);
        }, SHOW),
      ];
    },

    /** It is on no target. */
    leave() {
      forget();
      if (shown !== null) going ??= setTimeout(close, GRACE);
    },

    /** It is on the card. */
    stay() {
      forget();
      keep();
    },

    dismiss() {
      forget();
      close();
    },
  };
}
