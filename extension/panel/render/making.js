/**
 * How the summary was made: what was read, what was left out, who wrote it.
 *
 * @typedef {import('../../lib/wire.js').Coverage} Coverage
 * @typedef {import('./context.js').Context} Context
 */
import { day, number } from '../dates.js';
import { h, link } from '../dom.js';
import { webAddress } from '../links.js';
import { verbatim } from '../view.js';
import { problemTitle } from './problem.js';

const READINGS = /** @type {const} */ ({
  'arxiv-html': 'reading_arxiv_html',
  ar5iv: 'reading_ar5iv',
  pdf: 'reading_pdf',
  page: 'reading_page',
  abstract: 'reading_abstract',
});

const ABSENT = /** @type {const} */ ({
  'arxiv-html': 'attempt_absent_arxiv_html',
  ar5iv: 'attempt_absent_ar5iv',
  pdf: 'attempt_absent_pdf',
  page: 'attempt_absent_page',
  abstract: '',
});

/**
 * @param {import('../../lib/wire.js').Attempt} tried
 * @param {Context} ctx
 * @returns {string} why the form that was read is not this one: «arXiv has no HTML of this version.»
 */
function whyNot({ reading, why, code }, { t }) {
  if (why === 'absent') return t(ABSENT[reading]);
  if (why === 'withdrawn') return t('attempt_withdrawn');
  if (why === 'damaged') return t('attempt_damaged', t(READINGS[reading]));
  if (why === 'thin') return t('attempt_thin', t(READINGS[reading]));
  return `${t(READINGS[reading])}: ${problemTitle(code ?? 'internal', t)}`;
}

const LEFT_OUT = /** @type {const} */ ({
  unreadable_page: ['skipped_unreadable_page', 'skipped_unreadable_page_one'],
  page_beyond_limit: ['skipped_page_beyond_limit', 'skipped_page_beyond_limit_one'],
  picture_page: ['skipped_picture_page', 'skipped_picture_page_one'],
  figure_words: ['skipped_figure_words', 'skipped_figure_words_one'],
  unread_table: ['skipped_unread_table', 'skipped_unread_table_one'],
  hidden_words: ['skipped_hidden_words', 'skipped_hidden_words_one'],
});

/**
 * @param {Coverage} coverage
 * @param {Context} ctx
 * @returns {string} «14 references, 2 pages that are pictures without text (3, 7)»
 */
function leftOut({ references, skipped }, { t, locale }) {
  const parts = skipped.map(({ kind, count, which }) => {
    const [many, one] = LEFT_OUT[kind] ?? ['', ''];
    const named = which.length ? t('skipped_which', which.join(t('comma'))) : '';
    return `${count === 1 ? t(one) : t(many, number(count, locale))}${named}`;
  });
  return [references > 0 && t('made_references', number(references, locale)), ...parts].filter(Boolean).join(t('comma'));
}

/**
 * @param {Coverage} coverage
 * @param {Context} ctx
 * @returns {string} «15 of 15 pages»
 */
export function extent(coverage, ctx) {
  if (coverage.reading === 'abstract') return ctx.t('reading_abstract_only');
  const counts = [number(coverage.read, ctx.locale), number(coverage.total, ctx.locale)];
  if (coverage.unit === 'pages') return ctx.t(coverage.total === 1 ? 'pages_read_one' : 'pages_read', counts);
  return ctx.t(coverage.total === 1 ? 'sections_read_one' : 'sections_read', counts);
}

/**
 * @param {number} dollars
 * @param {string} locale
 * @returns {string} to two digits that count: «$0.0025», «$1.20»
 */
export function money(dollars, locale) {
  const digits = dollars > 0 && dollars < 0.1 ? { maximumSignificantDigits: 2 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', currencyDisplay: 'narrowSymbol', ...digits }).format(dollars);
}

/**
 * What the embedded engine did, and what its models have learned from, unless the paper is of the same field.
 *
 * @param {import('../view.js').View} view
 * @param {Context} ctx
 * @returns {string}
 */
export function ownWords(view, { t }) {
  if (verbatim(view)) return t('made_by_embedded_as_is');
  const field = view.state.paper?.categories[0] ?? '';
  if (/^(cs\.|stat\.ML$)/.test(field)) return t('made_by_embedded');
  return `${t('made_by_embedded')} ${field ? t('learned_elsewhere', field) : t('learned')}`;
}

/**
 * @param {import('../view.js').View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function making(view, ctx) {
  const { making: made, coverage } = view;
  if (view.source !== 'summary' || !made || !coverage) return null;
  const { t, locale } = ctx;
  const count = (/** @type {number} */ value) => number(value, locale);
  /** @type {[string, import('../dom.js').Child][]} */
  const rows = [
    [t('made_read'), h('span', {}, link(webAddress(coverage.link), {}, t(READINGS[coverage.reading])), `, ${extent(coverage, ctx)}, `, t('made_words', count(coverage.words)))],
    [t('made_left_out'), leftOut(coverage, ctx)],
    [t('made_why'), coverage.attempts.map((tried) => whyNot(tried, ctx)).join(' ')],
    [t('made_by'), made.engine === 'embedded' ? ownWords(view, ctx) : (made.model ?? made.engine)],
    [t('made_at'), day(made.at, locale, { time: true })],
    [t('made_tokens'), made.tokens_in || made.tokens_out ? t('made_in_out', [count(made.tokens_in), count(made.tokens_out)]) : ''],
    [t('made_cost'), made.cost === null ? '' : money(made.cost, locale)],
  ];
  const list = rows.flatMap(([name, value]) => (value ? [h('dt', {}, name), h('dd', {}, value)] : []));
  return h(
    'details',
    { class: 'part', 'data-key': 'making', open: ctx.open.get('making') },
    h('summary', {}, h('h3', {}, t('made'))),
    h('dl', { class: 'made' }, ...list),
  );
}
