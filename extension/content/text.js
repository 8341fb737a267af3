/** Elements that are not part of what their parent says. MathJax leaves its source in a script beside what it draws. */
const ASIDE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'BUTTON', 'MJX-CONTAINER']);
const ASIDE_CLASS = /\b(descriptor|ltx_note|ltx_tag|ltx_ERROR|MathJax|MathJax_Preview|MathJax_Display)\b/;

/** @param {Element} element @returns {string | null} its TeX; null where it is no formula */
function tex(element) {
  const name = element.tagName.toUpperCase();
  if (name === 'MATH') return element.getAttribute('alttext') ?? element.textContent;
  if (name === 'SCRIPT' && /^math\/tex/.test(element.getAttribute('type') ?? '')) return element.textContent;
  return null;
}

/** @param {Node} node @param {string[]} pieces */
function gather(node, pieces) {
  for (const child of node.childNodes) {
    if (child.nodeType === 3) pieces.push(child.nodeValue ?? '');
    if (child.nodeType !== 1) continue;
    const element = /** @type {Element} */ (child);
    const formula = tex(element);
    if (formula !== null) pieces.push(`$${formula.trim()}$`);
    else if (element.tagName.toUpperCase() === 'BR') pieces.push(' ');
    else if (!ASIDE.has(element.tagName.toUpperCase()) && !ASIDE_CLASS.test(element.getAttribute('class') ?? '')) gather(element, pieces);
  }
}

/**
 * What an element of arXiv's pages says: formulas as TeX, labels and footnotes left out.
 *
 * @param {Node | null | undefined} node
 * @returns {string} in one line
 */
export function readable(node) {
  /** @type {string[]} */
  const pieces = [];
  if (node) gather(node, pieces);
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
