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

/** @param {Flag} flag @param {Context} ctx */
function flagNotice(flag, ctx) {
  const words = ctx.t(FLAGS[flag.kind]);
  if (!words) return null;
  const place = flag.place.page ? ` ${ctx.t('on_page', String(flag.place.page))}` : '';
  if (!flag.text) return h('p', { class: 'notice warn' }, words, place);
  const key = `flag ${flag.text}`;
  return h(
    'details',
    { class: 'notice warn', 'data-key': key, open: ctx.open.get(key) },
    h('summary', {}, words, place),
    h('blockquote', { class: 'quote', lang: tongue(flag.text), dir: 'auto' }, flag.text),
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
  const onlyAbstract = making?.depth === 'full' && coverage?.reading === 'abstract';
  const all = [
    making?.degraded && h('p', { class: 'notice warn' }, ctx.t('degraded', problemTitle(making.degraded, ctx.t))),
    untranslated(view, ctx),
    onlyAbstract && h('p', { class: 'notice warn' }, ctx.t('only_abstract')),
    ...view.flags.map((flag) => flagNotice(flag, ctx)),
  ].filter((notice) => notice instanceof Node);
  return all.length ? h('div', { class: 'notices' }, ...all) : null;
}
