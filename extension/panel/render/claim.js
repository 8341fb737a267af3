/**
 * One claim: its words, the chip that says where it stands, and a model's quote.
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
 * A model's quote, in the paper's language: folded where that is not the language of the claim.
 *
 * @param {DraftClaim} claim
 * @param {View} view
 * @param {Context} ctx
 * @param {string} key names the fold
 * @returns {HTMLElement | null} null where the claim is the quote
 */
function quote(claim, view, ctx, key) {
  const words = claim.evidence?.quote;
  if (!words || words === claim.text || (view.making?.engine === 'embedded' && claim.state === 'quoted')) return null;
  const lang = tongue(view.state.paper?.abstract ?? words) || tongue(words);
  const block = h('blockquote', { class: 'quote', lang, dir: 'auto' }, words);
  if (sameTongue(lang || 'und', claimLanguage(view, claim) || 'und')) return block;
  return h('details', { class: 'original', 'data-key': key, open: ctx.open.get(key) }, h('summary', {}, ctx.t('original')), block);
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
  const tail = place ? (LAST.exec(claim.text)?.[0] ?? '') : '';
  const text = h(
    'span',
    { class: 'claim', lang: claimLanguage(view, claim), dir: 'auto' },
    claim.text.slice(0, claim.text.length - tail.length),
    place && h('span', { class: 'tail' }, tail, '\u00a0', place),
  );
  const quoted = quote(claim, view, ctx, `original ${key}`);
  return [text, ...(quoted ? [quoted] : [])];
}
