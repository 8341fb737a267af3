import { h } from '../dom.js';
import { verbatim } from '../view.js';
import { claimNodes } from './claim.js';

/**
 * The numbered takeaways; or, of a paper that was not read, the sentences of its abstract as they stand.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function takeaways(view, ctx) {
  if (!view.takeaways.length) return null;
  const items = view.takeaways.map((claim, i) => h('li', {}, ...claimNodes(claim, view, ctx, `takeaway ${i}`)));
  if (!verbatim(view)) return h('section', {}, h('h3', {}, ctx.t('takeaways')), h('ol', { class: 'takeaways' }, ...items));
  const heading = view.coverage?.reading === 'abstract' ? ctx.t('spot_abstract') : ctx.t('opening');
  return h('section', {}, h('h3', {}, heading), h('ul', { class: 'claims as-is' }, ...items));
}
