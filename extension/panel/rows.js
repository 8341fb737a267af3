/**
 * Children of one parent, each drawn again only where what it shows has changed: what stands keeps its place, its selection and
 * its folds while something beside it is being written.
 *
 * @typedef {{key: string, values: unknown[], draw: () => HTMLElement | null}} Row
 * @typedef {WeakMap<Element, {key: string, values: unknown[]}>} Drawn what each child was drawn from
 */
import { focused, refocus } from './focus.js';

/**
 * @param {unknown[] | null | undefined} one
 * @param {unknown[]} other
 * @returns {boolean}
 */
export function alike(one, other) {
  return one?.length === other.length && other.every((value, i) => value === one[i]);
}

/**
 * @param {Element} parent its other children, which are in no `drawn`, stay before the rows
 * @param {Row[]} rows
 * @param {Drawn} drawn
 * @param {boolean} hold whether a child that is drawn again stays at least as high as it was, so that what stands below does not move
 */
export function place(parent, rows, drawn, hold) {
  const before = new Map([...parent.children].flatMap((child) => {
    const known = drawn.get(child);
    return known ? [[known.key, { child, values: known.values }]] : [];
  })); // prettier-ignore
  for (const { key, values, draw } of rows) {
    const old = before.get(key);
    before.delete(key);
    if (old && alike(old.values, values)) continue;
    const node = draw();
    if (!node) {
      old?.child.remove();
      continue;
    }
    drawn.set(node, { key, values });
    if (old) exchange(old.child, node, hold);
    else parent.insertBefore(node, [...before.values()].find(({ child }) => child.parentNode === parent)?.child ?? null);
  }
  for (const { child } of before.values()) child.remove();
}

/**
 * Put a node in another's place: the focus stays where it was, and what stands below too, if that is wanted.
 *
 * @param {Element} old
 * @param {HTMLElement} node
 * @param {boolean} hold
 */
export function exchange(old, node, hold) {
  const key = focused(old);
  if (hold) node.style.minBlockSize = `${old.getBoundingClientRect().height}px`;
  old.replaceWith(node);
  if (key) refocus(node, key);
}
