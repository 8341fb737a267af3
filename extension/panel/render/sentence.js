import { h } from '../dom.js';
import { verbatim } from '../view.js';
import { claimNodes } from './claim.js';

/**
 * Whose words these are, and the one sentence.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function sentence(view, ctx) {
  const { sentence: claim, source, making, coverage } = view;
  if (!source) return null;
  const abstract = coverage?.reading === 'abstract';
  const words =
    source === 'preview' && view.state.phase === 'running' ? ctx.t('from_abstract_meanwhile')
    : verbatim(view) ? '' // what stands above the sentences says whose they are
    : abstract ? ctx.t(making?.engine === 'embedded' ? 'from_abstract_own' : 'from_abstract')
    : making?.engine === 'embedded' ? ctx.t('own_words')
    : ''; // prettier-ignore
  if (!claim && !words) return null;
  const body = claim && h('div', { class: 'one' }, ...claimNodes(claim, view, ctx, 'sentence'));
  return h('div', { class: 'lead' }, words && h('p', { class: 'tag' }, words), body);
}
