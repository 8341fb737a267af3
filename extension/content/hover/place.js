/**
 * Where a card stands: under its link, over it where there is no room, never out of the window.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Rect
 */

/** Between link and card, and between card and window, in px. */
const GAP = 6;
const MARGIN = 8;

/**
 * @param {Rect[]} lines of the link, which may be broken
 * @param {{x: number, y: number} | null} pointer null where the keyboard led here
 * @param {{width: number, height: number}} card its size, as tall as it may become
 * @param {{width: number, height: number}} view the window's
 * @returns {{left: number, top: number | null, bottom: number | null}} top or bottom: from that edge of the window, so that a
 *   card that grows does so away from its link
 */
export function placeCard(lines, pointer, card, view) {
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  const line = lines.find(({ top, bottom }) => pointer && pointer.y >= top - 1 && pointer.y <= bottom + 1) ?? lines[0] ?? none;
  // A long link has its card where the pointer is.
  const wished = pointer && line.right - line.left > card.width ? pointer.x - 24 : line.left;
  const left = Math.max(MARGIN, Math.min(wished, view.width - card.width - MARGIN));
  const below = view.height - line.bottom - GAP - MARGIN;
  const above = line.top - GAP - MARGIN;
  if (below >= card.height || below >= above) return { left, top: line.bottom + GAP, bottom: null };
  return { left, top: null, bottom: view.height - line.top + GAP };
}
