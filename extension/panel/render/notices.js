/**
 * What a reader must know before reading: whose words these are, what was hidden in the paper, what was not read.
 *
 * @typedef {import('../../lib/wire.js').Flag} Flag
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { sameTongue, tongue } from '../../lib/tongue.js';
import { day } from '../dates.js';
import { h, withCode } from '../dom.js';
import { newest } from '../versions.js';
import { verbatim } from '../view.js';
import { problemWords } from './problem.js';

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

/** @param {string} tag @param {Context} ctx @returns {string} «German», «德语»; the tag where it is none */
function nameOf(tag, ctx) {
  try {
    return new Intl.DisplayNames([ctx.locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // the server's word for a language, and no BCP 47 tag
  }
}

/**
 * @param {View} view
 * @param {string} language the paper's, `und` where it could not be told
 * @param {boolean} same whether what is shown is in the reader's language
 * @param {Context} ctx
 * @returns {string} that the engine does not read it, and what is shown instead
 */
function unread(view, language, same, ctx) {
  const why = language === 'und' ? ctx.t('unread_unknown') : ctx.t('unread', nameOf(language, ctx));
  const left = same ? '' : ctx.t('left_untranslated');
  const shown =
    !verbatim(view) ? ctx.t('shown_english', left)
    : view.coverage?.reading === 'abstract' ? ctx.t('shown_abstract', left)
    : ctx.t('shown_opening', left); // prettier-ignore
  return why + shown;
}

/** @param {View} view @param {Context} ctx */
function untranslated(view, ctx) {
  const made = view.making;
  if (view.source !== 'summary' || !made) return null;
  // The likeliest language of `und` is English, which is a guess.
  const same = made.language !== 'und' && sameTongue(made.language, ctx.language);
  if (same && !made.unread_language) return null;
  const language = nameOf(made.language, ctx);
  if (made.engine !== 'embedded') return h('p', { class: 'notice' }, ctx.t('other_language', language));
  const words =
    made.unread_language ? unread(view, made.unread_language, same, ctx)
    : made.degraded ? ctx.t('not_translated', language)
    : !/^en\b/i.test(made.language) ? ctx.t('untranslated', language)
    : sameTongue(ctx.language, ctx.locale) ? ctx.t('untranslated_en')
    : ctx.t('untranslated_en_into', nameOf(ctx.language, ctx)); // prettier-ignore
  const show = () => {
    ctx.open.set('connect', true);
    ctx.redraw();
  };
  const how = h('button', { type: 'button', class: 'inline', 'data-key': 'how', onclick: show }, ctx.t('connect'));
  return h('p', { class: 'notice' }, words, ' ', !made.degraded && how);
}

/**
 * That there is a newer version than the one that was read, and the way to it.
 *
 * @param {View} view
 * @param {Context} ctx
 */
function otherVersion({ state: { paper, phase } }, ctx) {
  const newer = paper && phase === 'done' && newest(paper);
  if (!newer) return null;
  const { t, locale } = ctx;
  const number = String(newer.number);
  const words = newer.day ? t('version_of', [String(paper.version), number, day(newer.day, locale)]) : t('version', [String(paper.version), number]);
  const url = `https://arxiv.org/abs/${paper.id.replace(/^arxiv:|v\d+$/g, '')}v${number}`;
  const read = h('button', { type: 'button', class: 'inline', 'data-key': 'version', onclick: () => ctx.send({ type: 'read', url }) }, t('version_read', number));
  return h('p', { class: 'notice' }, words, ' ', read);
}

/**
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function notices(view, ctx) {
  const { making, coverage } = view;
  const kinds = [...new Set(view.flags.map((flag) => flag.kind))];
  const onlyAbstract = making?.depth === 'full' && coverage?.reading === 'abstract' && !making.unread_language;
  const all = [
    otherVersion(view, ctx),
    making?.degraded && h('p', { class: 'notice warn' }, ...(making.engine === 'embedded' ? withCode(ctx.t('degraded', problemWords(making.degraded, ctx.t))) : [ctx.t('answer_cut')])),
    untranslated(view, ctx),
    onlyAbstract && h('p', { class: 'notice warn' }, ctx.t('only_abstract')),
    ...kinds.map((kind) => flagNotice(kind, view.flags.filter((flag) => flag.kind === kind), ctx)),
  ].filter((notice) => notice instanceof Node);
  return all.length ? h('div', { class: 'notices' }, ...all) : null;
}
