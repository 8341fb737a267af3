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

  function stay() {
    coming.forEach(clearTimeout);
    if (going !== null) clearTimeout(going);
    [coming, going, rested] = [[], null, null];
  }

  function dismiss() {
    stay();
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
      const graced = going;
      if (target === shown) return stay();
      stay();
      // The card of another target keeps its time.
      if (shown !== null) going = graced ?? setTimeout(dismiss, GRACE);
      rested = target;
      coming = [
        setTimeout(fetch, FETCH, target),
        setTimeout(() => {
          if (shown !== null) dismiss();
          stay();
          shown = target;
          show(target);
        }, SHOW),
      ];
    },

    /** It is on no target. */
    leave() {
      coming.forEach(clearTimeout);
      [coming, rested] = [[], null];
      if (shown !== null) going ??= setTimeout(dismiss, GRACE);
    },

    /** It is on the card. */
    stay,
    dismiss,
  };
}
