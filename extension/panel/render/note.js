/**
 * The note: results open, the rest folded, in the order a reader asks. An empty part says so in its heading.
 *
 * @typedef {import('../view.js').Notes} Notes
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { h } from '../dom.js';
import { claimNodes } from './claim.js';

const CONCLUSION = /** @type {const} */ ([
  ['significance', 'part_significance'],
  ['innovation', 'part_innovation'],
  ['performance', 'part_performance'],
  ['workload', 'part_workload'],
]);

/**
 * @param {keyof Notes} name
 * @param {View} view
 * @param {Context} ctx
 * @param {'ul' | 'ol'} [tag]
 * @returns {HTMLElement | null}
 */
function list(name, view, ctx, tag = 'ul') {
  const claims = view.note?.[name] ?? [];
  // A method that is also told in steps is told once.
  const steps = name === 'method' ? new Set(view.note?.steps?.map((step) => step.text)) : null;
  const shown = claims.filter((claim) => !steps?.has(claim.text));
  if (!shown.length) return null;
  return h(tag, { class: 'claims' }, ...shown.map((claim, i) => h('li', {}, ...claimNodes(claim, view, ctx, `${name} ${i}`))));
}

/** @param {View} view @param {Context} ctx */
function conclusion(view, ctx) {
  return CONCLUSION.flatMap(([name, words]) => {
    const claims = list(name, view, ctx);
    return claims ? [h('h5', {}, ctx.t(words)), claims] : [];
  });
}

/**
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function note(view, ctx) {
  if (!view.note) return null;
  /** @type {[keyof Notes | 'conclusion', string, (Node | null)[]][]} */
  const parts = [
    ['results', ctx.t('part_results'), [list('results', view, ctx)]],
    ['method', ctx.t('part_method'), [list('method', view, ctx), list('steps', view, ctx, 'ol')]],
    ['limitations', ctx.t('part_limitations'), [list('limitations', view, ctx)]],
    ['prior_work', ctx.t('part_prior_work'), [list('prior_work', view, ctx)]],
    ['background', ctx.t('part_background'), [list('background', view, ctx)]],
    ['conclusion', ctx.t('part_conclusion'), conclusion(view, ctx)],
  ];
  const drawn = parts.map(([name, heading, content]) => {
    const nodes = content.filter((node) => node !== null);
    if (nodes.length) {
      const open = ctx.open.get(name) ?? name === 'results';
      return h('details', { class: 'part', 'data-key': name, open }, h('summary', {}, h('h4', {}, heading)), ...nodes);
    }
    // While it is being written nobody knows yet what will be missing.
    if (view.source === 'draft') return null;
    // That nothing was found does not prove that the paper does not say it.
    const stated = name === 'conclusion' || !view.notStated.includes(name);
    const missing = ctx.t(stated ? 'none_found' : 'not_stated');
    return h('div', { class: 'part empty' }, h('h4', {}, heading, ' ', h('span', { class: 'chip' }, missing)));
  });
  if (!drawn.some(Boolean)) return null;
  // Six rows that say the same are one line: an essay has none of these parts.
  const empty = view.source !== 'draft' && !view.notStated.length && parts.every(([, , content]) => content.every((node) => node === null));
  if (empty) return h('section', { class: 'note' }, h('h3', {}, ctx.t('in_detail')), h('p', { class: 'detail' }, ctx.t('nothing_found')));
  return h('section', { class: 'note' }, h('h3', {}, ctx.t('in_detail')), ...drawn);
}
