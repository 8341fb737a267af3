/**
 * The note: results open, the rest folded, in the order a reader asks. An empty part says so in its heading.
 *
 * @typedef {import('../view.js').Notes} Notes
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { h } from '../dom.js';
import { place } from '../rows.js';
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

/** @type {[keyof Notes | 'conclusion', string, (keyof Notes)[], (view: View, ctx: Context) => (Node | null)[]][]} */
const PARTS = [
  ['results', 'part_results', ['results'], (view, ctx) => [list('results', view, ctx)]],
  ['method', 'part_method', ['method', 'steps'], (view, ctx) => [list('method', view, ctx), list('steps', view, ctx, 'ol')]],
  ['limitations', 'part_limitations', ['limitations'], (view, ctx) => [list('limitations', view, ctx)]],
  ['prior_work', 'part_prior_work', ['prior_work'], (view, ctx) => [list('prior_work', view, ctx)]],
  ['background', 'part_background', ['background'], (view, ctx) => [list('background', view, ctx)]],
  ['conclusion', 'part_conclusion', CONCLUSION.map(([name]) => name), conclusion],
];

/**
 * @param {View} view
 * @param {Context} ctx
 * @param {HTMLElement | null} old
 * @returns {HTMLElement | null}
 */
export function note(view, ctx, old) {
  if (!view.note) return null;
  const rows = PARTS.map(([name, words, from, content]) => ({
    key: name,
    values: [view.source, view.making, view.coverage, ...from.flatMap((part) => [null, ...(view.note?.[part] ?? [])])],
    draw: () => part(name, ctx.t(words), content(view, ctx).filter((node) => node !== null), view, ctx),
  }));
  // Six rows that say the same are one line: an essay has none of these parts.
  const nothing = view.source !== 'draft' && !view.notStated.length && Object.values(view.note).every((claims) => !claims.length);
  if (nothing) return h('section', { class: 'note' }, h('h3', {}, ctx.t('in_detail')), h('p', { class: 'detail' }, ctx.t('nothing_found')));
  const section = old ?? h('section', { class: 'note' }, h('h3', {}, ctx.t('in_detail')));
  place(section, rows, ctx.drawn, ctx.hold);
  return section.querySelector('.part') ? section : null;
}

/**
 * @param {keyof Notes | 'conclusion'} name
 * @param {string} heading
 * @param {Node[]} nodes
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
function part(name, heading, nodes, view, ctx) {
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
}
