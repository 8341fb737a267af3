import { h, icon } from '../dom.js';

/**
 * The bar of an overlay or sidebar; the service's own page has its own.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 */
export function header(view, ctx) {
  if (ctx.surface === 'page') return null;
  const close = h('button', { type: 'button', class: 'plain', 'aria-label': ctx.t('close'), title: ctx.t('close'), 'data-key': 'close', onclick: () => ctx.send({ type: 'close' }) }, icon('close'));
  return h('header', { class: 'bar' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, 'T'), h('b', {}, 'Takeaways'), h('span', { class: 'space' }), close);
}
