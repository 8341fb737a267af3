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
  const running = view.state.phase === 'running';
  const words =
    running && view.state.writing ? ctx.t('being_written')
    : running && source !== 'summary' ? ctx.t('from_abstract_meanwhile')
    : source === 'draft' ? ctx.t('model_words')
    : verbatim(view) ? '' // what stands above the sentences says whose they are
    : abstract ? ctx.t(making?.engine === 'embedded' ? 'from_abstract_own' : 'from_abstract')
    : making?.engine === 'embedded' ? ctx.t('own_words')
    : ctx.t('model_words'); // prettier-ignore
  if (!claim && !words) return null;
  const early = Boolean(claim && view.earlier && claim === view.state.preview?.one_sentence);
  const about = early && view.earlier ? view.earlier : view;
  const body = claim && h('div', { class: `one${early && (view.state.writing || view.state.phase === 'failed') ? ' early' : ''}` }, ...claimNodes(claim, about, ctx, 'sentence'));
  return h('div', { class: 'lead' }, words && h('p', { class: 'tag' }, words), body);
}
