/**
 * A row of pieces, each in a fixed place of its parent: only the pieces whose values changed are drawn again.
 *
 * @typedef {import('./render/context.js').Context} Context
 * @typedef {import('./view.js').View} View
 * @typedef {{draw: (view: View, ctx: Context, old: HTMLElement | null) => HTMLElement | null, uses: (view: View) => unknown[]}} Piece
 *   `old` is what it drew before, where it may be drawn on
 */

import { alike, exchange } from './rows.js';

/**
 * @param {Element} parent
 * @param {Piece[]} pieces
 * @returns {{draw(view: View, ctx: Context, all: boolean): void}} a piece that is drawn again while the text is being
 *   written (`ctx.hold`) stays at least as high as it was, so that what stands below does not jump
 */
export function createSlots(parent, pieces) {
  const slots = pieces.map((piece) => {
    const place = document.createComment('');
    parent.append(place);
    return { ...piece, place, values: /** @type {unknown[] | null} */ (null), node: /** @type {HTMLElement | null} */ (null) };
  });
  return {
    draw(view, ctx, all) {
      for (const slot of slots) {
        const values = slot.uses(view);
        if (!all && alike(slot.values, values)) continue;
        const old = slot.node;
        const node = slot.draw(view, ctx, all ? null : old);
        if (old && node && old !== node) exchange(old, node, ctx.hold);
        else if (old && !node) old.remove();
        else if (node && !old) slot.place.before(node);
        slot.values = values;
        slot.node = node;
      }
    },
  };
}
