/** A quiet button beside the page's own ways to the paper. */
import { h } from '../panel/dom.js';
import { tokens } from '../panel/style/tokens.js';
import { createSurface } from './surface.js';

// It takes the page's own ink and background, light or dark: only the mark has a colour.
const CSS = `
:host { display: inline-block !important; color: inherit !important; vertical-align: middle !important; }
.panel { background: none; color: inherit; display: inline-block; }
button { display: inline-flex; align-items: center; gap: 6px; margin: 0; padding: 3px 9px 3px 4px; border: 1px solid color-mix(in srgb, currentColor 45%, transparent);
  border-radius: 6px; background: none; color: inherit; font: 500 13px/1.4 var(--sans); cursor: pointer; white-space: nowrap; }
button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
button[aria-expanded="true"] { border-color: currentColor; }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
.mark { inline-size: 18px; block-size: 18px; border-radius: 4px; display: grid; place-items: center; background: #b31b1b; color: #fff; font: 700 11px/1 var(--serif); }
`;
/** arXiv's own: where it is narrower its column of links is far down, and they are repeated under the authors. */
const NARROW = '(max-width: 768px)';

/** @typedef {{find: string, put: (found: Element, host: HTMLElement) => void, css?: string}} Place */

/** @type {Record<'abs' | 'html', Place[][]>} of each group the first that the page has */
const PLACES = {
  abs: [
    [
      {
        find: '.extra-services .full-text ul',
        put: (list, host) => list.prepend(h('li', { class: 'takeaways' }, host)),
        css: `@media ${NARROW} { :host { display: none !important; } }`,
      },
    ],
    [
      {
        find: 'a.mobile-submission-download',
        put: (link, host) => link.before(host),
        css: `:host { display: none !important; } @media ${NARROW} { :host { display: block !important; margin-block: 6px !important; } }`,
      },
    ],
  ],
  html: [
    [
      { find: '.html-header-nav', put: (nav, host) => nav.prepend(host) },
      { find: 'h1.ltx_title_document', put: (title, host) => title.after(host) },
    ],
  ],
};

/**
 * @param {object} parts
 * @param {'abs' | 'html'} parts.kind
 * @param {import('../lib/words.js').Words} parts.t
 * @param {() => void} parts.toggle
 * @param {AbortSignal} parts.signal
 * @returns {{expanded: (open: boolean) => void}} whether the overlay is open
 */
export function addButton({ kind, t, toggle, signal }) {
  const buttons = PLACES[kind].flatMap((places) => {
    for (const { find, put, css = '' } of places) {
      const found = document.querySelector(find);
      if (!found) continue;
      const { host, root } = createSurface('takeaways-button', tokens + CSS + css, signal);
      const button = h('button', { type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', title: t('button_title'), onclick: toggle }, h('span', { class: 'mark', 'aria-hidden': 'true' }, 'T'), t('button_read'));
      root.append(h('span', { class: 'panel', lang: t('@@ui_locale').replace('_', '-') }, button));
      put(found, host);
      return [button];
    }
    return [];
  });
  return { expanded: (open) => buttons.forEach((button) => button.setAttribute('aria-expanded', String(open))) };
}
