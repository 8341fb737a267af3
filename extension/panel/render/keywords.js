import { h } from '../dom.js';

/**
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function keywords(view, ctx) {
  if (!view.keywords.length) return null;
  const chips = view.keywords.map((word) => h('li', { class: 'chip', dir: 'auto' }, word));
  return h('section', {}, h('h3', { class: 'hidden' }, ctx.t('keywords')), h('ul', { class: 'chips' }, ...chips));
}
