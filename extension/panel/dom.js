/**
 * Making DOM nodes. Text is always a text node: nothing that came over the wire is ever parsed as HTML.
 *
 * @typedef {Node | string | null | false | undefined} Child
 * @typedef {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} Attributes
 */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param {Element} node
 * @param {Attributes} attributes `on…` functions listen; true is an empty attribute; null, undefined, false are left out
 * @param {Child[]} children
 */
function furnish(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child !== null && child !== undefined && child !== false)));
}

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Attributes} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  furnish(node, attributes, children);
  return node;
}

/**
 * A link that opens beside what is read.
 *
 * @param {string | null} href http(s) or blob; anything else makes plain text
 * @param {Attributes} attributes
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function link(href, attributes, ...children) {
  if (!href || !/^(https?|blob):/i.test(href)) return h('span', attributes, ...children);
  return h('a', { ...attributes, href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
}

/**
 * Words with `commands` in them.
 *
 * @param {string} words
 * @returns {Node[]}
 */
export function withCode(words) {
  return words.split('`').map((part, i) => (i % 2 ? h('code', {}, part) : document.createTextNode(part)));
}

const ICONS = {
  close: ['M4 4l8 8M12 4l-8 8'],
  copy: ['M5.5 5.5h7v8h-7z', 'M10.5 5.5v-3h-7v8h2'],
  cite: ['M3 4h3.5v4.5Q6.5 11 4 12', 'M9.5 4H13v4.5Q13 11 10.5 12'],
  again: ['M13 8a5 5 0 1 1-1.5-3.6', 'M13 2.5V5h-2.5'],
  plug: ['M6 2v3.5M10 2v3.5M4 5.5h8V8a4 4 0 0 1-8 0zM8 12v2.5'],
  stop: ['M4.5 4.5h7v7h-7z'],
};

/**
 * @param {keyof typeof ICONS} name
 * @returns {SVGElement} hidden from assistive technology: the button that holds it has the name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  furnish(svg, { viewBox: '0 0 16 16', 'aria-hidden': 'true', class: 'icon' }, []);
  for (const d of ICONS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
