import { formulas } from './formulas.js';
import { layout } from './layout.js';
import { pieces } from './pieces.js';
import { tokens } from './tokens.js';

/**
 * Give a document or shadow root the panel's styles: constructed, as that needs neither a page's CSP nor a fetch.
 *
 * @param {Node} root
 * @returns {() => void} takes them away again
 */
export function adopt(root) {
  if (!(root instanceof ShadowRoot || root instanceof Document)) return () => {};
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(tokens + layout + pieces + formulas);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}
