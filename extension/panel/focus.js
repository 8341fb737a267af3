/** The focus, over the drawing of what has it: found again by the name of its element, `data-key`. */

/**
 * The element to which the focus goes back after its piece was drawn again.
 *
 * @param {Element} node
 * @returns {string | null} its `data-key`
 */
export function focused(node) {
  const root = node.getRootNode();
  const active = root instanceof ShadowRoot || root instanceof Document ? root.activeElement : null;
  if (!active || !node.contains(active)) return null;
  return active.getAttribute('data-key') ?? active.parentElement?.getAttribute('data-key') ?? null;
}

/** @param {Element} node @param {string} key */
export function refocus(node, key) {
  const found = [node, ...node.querySelectorAll('[data-key]')].find((element) => element.getAttribute('data-key') === key);
  const target = found instanceof HTMLDetailsElement ? found.querySelector('summary') : found;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
}
