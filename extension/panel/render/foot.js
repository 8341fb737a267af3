/**
 * The foot, always in sight, one line: while it runs the stage and Stop; then how much was read, by whom, and what to do with it.
 *
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { day, number } from '../dates.js';
import { h, icon } from '../dom.js';
import { actionButton } from './button.js';
import { extent, money, ownWords } from './making.js';

const STAGES = /** @type {const} */ ({
  resolve: 'stage_resolve',
  fetch: 'stage_fetch',
  extract: 'stage_extract',
  summarize: 'stage_summarize',
});

/** @param {number} share 0..1 @param {string} kind */
function meter(share, kind) {
  const bar = h('i');
  bar.style.inlineSize = `${Math.round(100 * Math.min(1, Math.max(0, share)))}%`;
  return h('div', { class: `meter ${kind}`, 'aria-hidden': 'true' }, bar);
}

/** @param {View} view @param {Context} ctx */
function running(view, ctx) {
  const { stage, part, retry, job, words } = view.state;
  const text =
    retry !== null ? ctx.t('asking_again', String(Math.ceil(retry)))
    : part ? ctx.t('part_of', [String(part.n), String(part.of)])
    : stage ? ctx.t(STAGES[stage.name]) || ctx.t('reading')
    : words || ctx.t('reading'); // prettier-ignore
  return h(
    'footer',
    { class: 'foot' },
    meter(stage ? (stage.n - 0.5) / stage.of : 0.03, 'busy'),
    h('span', { class: 'extent' }, text, stage && !part && retry === null && ` ${ctx.t('stage_of', [String(stage.n), String(stage.of)])}`),
    actionButton(ctx, { label: ctx.t('stop'), icon: 'stop', action: { type: 'stop', job }, class: 'keep' }),
  );
}

/** @param {Context} ctx */
function stopped(ctx) {
  return h(
    'footer',
    { class: 'foot' },
    h('span', { class: 'extent' }, ctx.t('problem_cancelled_title')),
    actionButton(ctx, { label: ctx.t('retry'), icon: 'again', action: { type: 'retry' }, class: 'keep' }),
  );
}

/** @param {Context} ctx */
function connectButton(ctx) {
  const open = Boolean(ctx.open.get('connect'));
  const toggle = () => {
    ctx.open.set('connect', !open);
    ctx.redraw();
  };
  const label = ctx.t('connect');
  return h('button', { type: 'button', class: 'button', 'aria-label': label, title: label, 'aria-expanded': String(open), 'aria-controls': open ? 'connect' : null, 'data-key': 'connect', onclick: toggle }, icon('plug'), h('span', { class: 'label' }, label));
}

/**
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function foot(view, ctx) {
  const { state, making, coverage } = view;
  if (state.phase === 'waiting' || state.phase === 'running') return running(view, ctx);
  if (state.problem?.code === 'cancelled' && view.source) return stopped(ctx);
  if (view.source !== 'summary' || !making || !coverage || state.id === null) return null;
  const { t, locale } = ctx;
  const thisYear = new Date(making.at).getFullYear() === new Date().getFullYear();
  const spent = making.tokens_in + making.tokens_out;
  const parts = [
    ['', extent(coverage, ctx)],
    ['writer', making.engine === 'embedded' ? t('embedded') : (making.model ?? making.engine)],
    ['tokens', spent ? t('tokens', number(spent, locale)) : ''],
    ['cost', making.cost === null ? '' : money(making.cost, locale)],
    [spent ? 'when' : '', day(making.at, locale, { year: !thisYear })],
  ].filter(([, words]) => words);
  const words = parts.map(([, said]) => said).join(' · ');
  const answers = { done: t('copied'), failed: t('copy_failed'), class: 'small' };
  const model = making.engine !== 'embedded' || making.degraded !== null;
  return h(
    'footer',
    { class: 'foot' },
    coverage.read < coverage.total && meter(coverage.read / coverage.total, 'part-read'),
    h('span', { class: 'extent', title: making.engine === 'embedded' ? `${words}. ${ownWords(view, ctx)}` : words }, ...parts.map(([name, said], i) => h('span', { class: name || null }, i > 0 && ' · ', said))),
    h('span', { class: 'buttons', role: 'group', 'aria-label': t('actions') },
      actionButton(ctx, { label: t('copy'), icon: 'copy', title: t('copy_title'), action: { type: 'copy', form: 'md', id: state.id }, ...answers }),
      actionButton(ctx, { label: 'BibTeX', icon: 'cite', title: t('bibtex_title'), action: { type: 'copy', form: 'bib', id: state.id }, ...answers }),
      model ? actionButton(ctx, { label: t('regenerate'), icon: 'again', action: { type: 'regenerate' } }) : connectButton(ctx),
    ),
  ); // prettier-ignore
}
