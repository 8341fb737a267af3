import { h } from '../dom.js';

/**
 * What stands where nothing is known yet.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function waiting(view, ctx) {
  const { phase, words, paper } = view.state;
  if (view.source || (phase !== 'waiting' && phase !== 'running')) return null;
  const bars = ['', 'w80', 'w60'].map((width) => h('div', { class: `bone ${width}` }));
  return h('div', { class: 'waiting' }, !paper && h('h2', {}, words || ctx.t('reading')), h('div', { class: 'bones', 'aria-hidden': 'true' }, ...bars));
}
