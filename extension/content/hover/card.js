/**
 * The card itself: a title at once, the takeaways when they are there.
 *
 * @typedef {import('../../lib/wire.js').Paper} Paper
 * @typedef {import('../../lib/wire.js').Problem} Problem
 * @typedef {import('../../lib/wire.js').Summary} Summary
 * @typedef {import('../../lib/words.js').Words} Words
 */
import { tongue } from '../../lib/tongue.js';
import { day } from '../../panel/dates.js';
import { h } from '../../panel/dom.js';

/** A card is a glance: the panel has the rest. */
const TAKEAWAYS = 3;
const AUTHORS = 2;

/** @param {Paper} paper @param {Words} t */
function byline({ authors, published, categories }, t) {
  const names = authors.slice(0, authors.length === AUTHORS + 1 ? AUTHORS + 1 : AUTHORS).map(({ name }) => name);
  const more = authors.length - names.length;
  const by = names.join(', ') + (more > 0 ? ` + ${more}` : '');
  const when = published && day(published, t('@@ui_locale').replace('_', '-'));
  return [by, when, categories[0]].filter(Boolean).join(' · ');
}

/**
 * @param {string} title
 * @param {Words} t
 * @param {() => void} open
 */
function frame(title, t, open) {
  const lang = tongue(title);
  const heading = h('h2', { lang, dir: 'auto' }, title);
  const button = h('button', { type: 'button', class: 'open', onclick: open }, t('open_summary'));
  return { heading, foot: (/** @type {string} */ words) => h('div', { class: 'foot' }, h('span', {}, words), button) };
}

/**
 * @param {string} title
 * @param {Words} t
 * @param {() => void} open
 * @returns {Node[]} of a paper of which no more is known yet
 */
export function titleCard(title, t, open) {
  const { heading, foot } = frame(title, t, open);
  const bones = ['', 'w80', 'w60'].map((width) => h('div', { class: `bone ${width}` }));
  return [heading, h('div', { class: 'bones', 'aria-hidden': 'true' }, ...bones), foot(t('card_reading'))];
}

/**
 * @param {Summary} summary
 * @param {string} title where the summary has none
 * @param {Words} t
 * @param {() => void} open
 * @returns {Node[]}
 */
export function fullCard(summary, title, t, open) {
  const { heading, foot } = frame(summary.paper.title ?? title, t, open);
  const lang = summary.making.language;
  const one = summary.one_sentence?.state === 'quoted' ? summary.one_sentence.text : '';
  const claims = summary.takeaways.filter(({ state, text }) => state === 'quoted' && text !== one).slice(0, TAKEAWAYS);
  return [
    heading,
    h('p', { class: 'by', dir: 'auto' }, byline(summary.paper, t)),
    ...(one ? [h('p', { class: 'one', lang, dir: 'auto' }, one)] : []),
    ...(claims.length ? [h('ol', { lang }, ...claims.map(({ text }) => h('li', {}, h('span', { dir: 'auto' }, text))))] : []),
    foot(summary.coverage.reading === 'abstract' ? t('from_abstract') : t('from_paper')),
  ];
}

/**
 * @param {string} title
 * @param {Problem | null} problem null where arXiv only takes its time
 * @param {Words} t
 * @param {() => void} open
 * @returns {Node[]}
 */
export function problemCard(title, problem, t, open) {
  const { heading, foot } = frame(title, t, open);
  const words = problem ? t(`problem_${problem.code}_title`) || problem.title : t('card_slow');
  return [heading, h('p', { class: 'trouble' }, words), foot('')];
}

export const CSS = `
:host { display: block !important; position: fixed !important; z-index: 2147483647 !important; inline-size: min(360px, 100% - 16px) !important; }
.panel.card, .card * { box-sizing: border-box; }
.panel.card { padding: 12px 14px 10px; border: 1px solid var(--edge); border-radius: 10px; box-shadow: 0 8px 28px light-dark(#0003, #0009); overflow: hidden; }
.card :is(h2, p, ol) { margin: 0; padding: 0; }
h2 { font: 600 15px/1.35 var(--serif); text-wrap: balance; }
.by { color: var(--soft); font-size: 12px; margin-block-start: 3px; display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; }
.one { border-inline-start: 3px solid var(--brand); padding-inline-start: 11px; font: 14px/1.5 var(--serif); }
.card .one { margin-block-start: 9px; padding-inline-start: 11px; }
.card .by { margin-block-start: 3px; }
h2, .one, li span { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden; -webkit-line-clamp: 3; }
.one { -webkit-line-clamp: 5; }
.card ol { list-style: none; counter-reset: n; margin-block-start: 8px; }
li { counter-increment: n; display: grid; grid-template-columns: 16px minmax(0, 1fr); column-gap: 6px; font-size: 13px; line-height: 1.45; padding-block: 2px; }
li:only-child { display: block; }
li:not(:only-child)::before { content: counter(n); color: var(--soft); font-variant-numeric: tabular-nums; }
.card .trouble { margin-block-start: 8px; color: var(--soft); font-size: 13px; }
.foot { display: flex; justify-content: space-between; align-items: center; gap: 10px; margin-block-start: 10px; padding-block-start: 7px; border-block-start: 1px solid var(--line); color: var(--soft); font-size: 12px; }
.open { border: 0; background: none; padding: 2px 4px; margin-inline-end: -4px; font: 600 12.5px/1.5 var(--sans); color: var(--brand); cursor: pointer; border-radius: 4px; white-space: nowrap; }
.open:hover { text-decoration: underline; text-underline-offset: 2px; }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 1px; }
.bones { display: grid; gap: 8px; padding-block: 12px 2px; }
.bone { block-size: 10px; border-radius: 4px; background: var(--line); }
.w80 { inline-size: 80%; }
.w60 { inline-size: 60%; }
@media (prefers-reduced-motion: no-preference) {
  .card { animation: come .12s ease-out; }
  .bone { animation: breathe 1.8s ease-in-out infinite; }
  @keyframes come { from { opacity: 0; translate: 0 4px; } }
  @keyframes breathe { 50% { opacity: .55; } }
}
@media (forced-colors: active) { .bone { border: 1px solid CanvasText; } }
`;
