import { h } from '../dom.js';
import { place } from '../rows.js';
import { verbatim } from '../view.js';
import { claimNodes } from './claim.js';

/**
 * The numbered takeaways; or, of a paper that was not read, the sentences of its abstract as they stand.
 *
 * While they are being written those of the preview stand in the places to which none has come yet.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @param {HTMLElement | null} old
 * @returns {HTMLElement | null}
 */
export function takeaways(view, ctx, old) {
  if (!view.takeaways.length) return null;
  if (verbatim(view)) {
    const items = view.takeaways.map((claim, i) => h('li', {}, ...claimNodes(claim, view, ctx, `takeaway ${i}`)));
    const heading = view.coverage?.reading === 'abstract' ? ctx.t('spot_abstract') : ctx.t('opening');
    return h('section', {}, h('h3', {}, heading), h('ul', { class: 'claims as-is' }, ...items));
  }
  const kept = old?.querySelector('.takeaways');
  const list = kept ?? h('ol', { class: 'takeaways' });
  const rows = view.takeaways.map((claim, i) => {
    const about = (i >= view.firm && view.earlier) || view;
    const early = about !== view && (view.state.writing || view.state.phase === 'failed');
    return {
      key: `takeaway ${i}`,
      values: [claim, about.making, about.coverage, early],
      draw: () => h('li', { class: early ? 'early' : null }, ...claimNodes(claim, about, ctx, `takeaway ${i}`)),
    };
  });
  place(list, rows, ctx.drawn, ctx.hold);
  return kept ? old : h('section', {}, h('h3', {}, ctx.t('takeaways')), list);
}
