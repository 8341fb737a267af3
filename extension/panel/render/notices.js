/**
 * What a reader must know before reading: whose words these are, what was hidden in the paper, what was not read.
 *
 * @typedef {import('../../lib/wire.js').Flag} Flag
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { sameTongue, tongue } from '../../lib/tongue.js';
import { h } from '../dom.js';
import { problemTitle } from './problem.js';

const FLAGS = /** @type {const} */ ({
  hidden_text: 'flag_hidden_text',
  truncated: 'flag_truncated',
  scanned: 'flag_scanned',
});

/** @param {(number | null)[]} pages @param {Context} ctx */
function onPages(pages, ctx) {
  const numbers = [...new Set(pages.filter((page) => page !== null))].map(String);
  if (!numbers.length) return '';
  return ` ${numbers.length === 1 ? ctx.t('on_page', numbers[0]) : ctx.t('on_pages', numbers.join(ctx.t('comma')))}`;
}

/**
 * One notice for all flags of a kind; what was hidden stands in it, folded, as text and nothing else.
 *
 * @param {Flag['kind']} kind
 * @param {Flag[]} flags
 * @param {Context} ctx
 */
function flagNotice(kind, flags, ctx) {
  const words = ctx.t(FLAGS[kind]);
  if (!words) return null;
  const place = onPages(flags.map((flag) => flag.place.page), ctx);
  const said = flags.filter((flag) => flag.text);
  if (!said.length) return h('p', { class: 'notice warn' }, words, place);
  const key = `flag ${kind}`;
  const quotes = said.map((flag) =>
    h(
      'blockquote',
      { class: 'quote' },
      h('span', { lang: tongue(flag.text), dir: 'auto' }, flag.text),
      said.length > 1 && onPages([flag.place.page], ctx),
    ),
  );
  return h(
    'details',
    { class: 'notice warn', 'data-key': key, open: ctx.open.get(key) },
    h('summary', {}, words, place),
    ...quotes,
  );
}

/** @param {View} view @param {Context} ctx */
function untranslated(view, ctx) {
  const made = view.making;
  if (view.source !== 'summary' || !made || sameTongue(made.language, ctx.language)) return null;
  const language = new Intl.DisplayNames([ctx.locale], { type: 'language' }).of(made.language) ?? made.language;
  if (made.engine !== 'embedded') return h('p', { class: 'notice' }, ctx.t('other_language', language));
  const words = made.degraded
    ? ctx.t('not_translated', language)
    : made.language === 'en' ? ctx.t('untranslated_en') : ctx.t('untranslated', language); // prettier-ignore
  const show = () => {
    ctx.open.set('connect', true);
    ctx.redraw();
  };
  const how = h('button', { type: 'button', class: 'inline', 'data-key': 'how', onclick: show }, ctx.t('connect'));
  return h('p', { class: 'notice' }, words, ' ', !made.degraded && how);
}

/**
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function notices(view, ctx) {
  const { making, coverage } = view;
  const kinds = [...new Set(view.flags.map((flag) => flag.kind))];
  const onlyAbstract = making?.depth === 'full' && coverage?.reading === 'abstract';
  const all = [
    making?.degraded && h('p', { class: 'notice warn' }, ctx.t('degraded', problemTitle(making.degraded, ctx.t))),
    untranslated(view, ctx),
    onlyAbstract && h('p', { class: 'notice warn' }, ctx.t('only_abstract')),
    ...kinds.map((kind) => flagNotice(kind, view.flags.filter((flag) => flag.kind === kind), ctx)),
  ].filter((notice) => notice instanceof Node);
  return all.length ? h('div', { class: 'notices' }, ...all) : null;
}
