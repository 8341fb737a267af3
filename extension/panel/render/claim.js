/**
 * One claim: its words, the chip that says where it stands, and the quote where it says more.
 *
 * @typedef {import('../state.js').DraftClaim} DraftClaim
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { sameTongue, tongue } from '../../lib/tongue.js';
import { h, link } from '../dom.js';
import { spotWords } from '../spot.js';

/** The last word, or the last Han character with its punctuation: kept on one line with the chip. */
const LAST = /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{P}*|[^\s\p{Script=Han}]{1,20})$/u;

/** «[3, 4]», «(Berg, 2019)», «(see Fig. 2)»: a claim goes without, and is still its quote. As export/telling.py has it. */
const CITED = /\[[^[\]]*\]|\([^()]*(?:19|20)\d\d[a-z]?[^()]*\)|\((?:see |cf\. )?(?:§|fig|tab|sec|eq|app|chap)[^()]*\)/gi;

/** @param {string} text @returns {string} */
const letters = (text) => text.replace(CITED, '').replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();

/** @param {View} view @param {DraftClaim} claim @returns {string} */
function claimLanguage(view, claim) {
  return view.making?.language ?? tongue(claim.text);
}

/**
 * @param {DraftClaim} claim
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
function chip(claim, view, ctx) {
  if (claim.state === 'checking') return h('span', { class: 'spot checking' }, ctx.t('checking'));
  // Where only the abstract was read, the line above the sentence has said so.
  if (!claim.evidence || (view.coverage?.reading === 'abstract' && claim.evidence.spot.kind === 'abstract')) return null;
  const href = view.coverage && ctx.linkTo(claim.evidence, view.coverage);
  const title = claim.state === 'quoted' ? ctx.t('checked') : undefined;
  return link(href, { class: 'spot', title }, spotWords(claim.evidence, ctx.t));
}

/**
 * The quote, in the paper's language: folded where that is not the language of the claim.
 *
 * @param {DraftClaim} claim
 * @param {View} view
 * @param {Context} ctx
 * @param {string} key names the fold
 * @returns {HTMLElement | null} null where the claim is the quote, but for citation marks
 */
function quote(claim, view, ctx, key) {
  const words = claim.evidence?.quote;
  if (!words || letters(words) === letters(claim.text)) return null;
  const lang = tongue(view.state.paper?.abstract ?? words) || tongue(words);
  const block = h('blockquote', { class: 'quote', lang, dir: 'auto' }, ...ctx.wording(words));
  // Of a sentence of the paper that was shortened the whole is there for those who ask.
  const shortened = view.making?.engine === 'embedded' && claim.state === 'quoted';
  if (!shortened && sameTongue(lang || 'und', claimLanguage(view, claim) || 'und')) return block;
  const name = ctx.t(shortened ? 'whole_sentence' : 'original');
  return h('details', { class: 'original', 'data-key': key, open: ctx.open.get(key) }, h('summary', {}, name), block);
}

/**
 * @param {DraftClaim} claim
 * @param {View} view
 * @param {Context} ctx
 * @param {string} key names the claim's place among all
 * @returns {Node[]} what stands in its list item or paragraph
 */
export function claimNodes(claim, view, ctx, key) {
  const place = chip(claim, view, ctx);
  const wording = ctx.wording(claim.text);
  const last = wording.at(-1);
  // The last word goes with the chip; a formula at the end stands as it is.
  const tail = place && typeof last === 'string' ? (LAST.exec(last)?.[0] ?? '') : '';
  if (typeof last === 'string') wording[wording.length - 1] = last.slice(0, last.length - tail.length);
  const text = h(
    'span',
    { class: 'claim', lang: claimLanguage(view, claim), dir: 'auto' },
    ...wording,
    place && h('span', { class: 'tail' }, tail, '\u00a0', place),
  );
  const quoted = quote(claim, view, ctx, `original ${key}`);
  return [text, ...(quoted ? [quoted] : [])];
}
