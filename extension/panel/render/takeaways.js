import { h } from '../dom.js';
import { claimNodes } from './claim.js';

/**
 * The numbered takeaways.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function takeaways(view, ctx) {
  if (!view.takeaways.length) return null;
  const items = view.takeaways.map((claim, i) => h('li', {}, ...claimNodes(claim, view, ctx, `takeaway ${i}`)));
  return h('section', {}, h('h3', {}, ctx.t('takeaways')), h('ol', { class: 'takeaways' }, ...items));
}
