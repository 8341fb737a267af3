/**
 * A row of pieces, each in a fixed place of its parent: only the pieces whose values changed are drawn again.
 *
 * @typedef {import('./render/context.js').Context} Context
 * @typedef {import('./view.js').View} View
 * @typedef {{draw: (view: View, ctx: Context) => HTMLElement | null, uses: (view: View) => unknown[]}} Piece
 */

/**
 * The element to which the focus goes back after its piece was drawn again.
 *
 * @param {Element} node
 * @returns {string | null} its `data-key`
 */
function focused(node) {
  const root = node.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  if (!active || !node.contains(active)) return null;
  return active.getAttribute('data-key') ?? active.parentElement?.getAttribute('data-key') ?? null;
}

/** @param {Element} node @param {string} key */
function refocus(node, key) {
  const found = [node, ...node.querySelectorAll('[data-key]')].find((element) => element.getAttribute('data-key') === key);
  const target = found instanceof HTMLDetailsElement ? found.querySelector('summary') : found;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}

/**
 * @param {Element} parent
 * @param {Piece[]} pieces
 * @returns {{draw(view: View, ctx: Context, how: {all: boolean, hold: boolean}): void}} `hold` keeps a piece that is
 *   drawn again at least as high as it was, so that what stands below does not jump while the text is being written
 */
export function createSlots(parent, pieces) {
  const slots = pieces.map((piece) => {
    const place = document.createComment('');
    parent.append(place);
    return { ...piece, place, values: /** @type {unknown[] | null} */ (null), node: /** @type {HTMLElement | null} */ (null) };
  });
  return {
    draw(view, ctx, { all, hold }) {
      for (const slot of slots) {
        const values = slot.uses(view);
        const same = slot.values?.length === values.length && values.every((value, i) => value === slot.values?.[i]);
        if (same && !all) continue;
        const old = slot.node;
        const key = old && focused(old);
        const node = slot.draw(view, ctx);
        if (node && old && hold) node.style.minBlockSize = `${old.getBoundingClientRect().height}px`;
        if (old && node) old.replaceWith(node);
        else if (old) old.remove();
        else if (node) slot.place.before(node);
        if (node && key) refocus(node, key);
        slot.values = values;
        slot.node = node;
      }
    },
  };
}
