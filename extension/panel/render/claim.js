/**
 * One claim: its words, the chip that says where it stands, and the quote where it says more.
 *
 * @typedef {import('../state.js').DraftClaim} DraftClaim
 * @typedef {import('../view.js').About} About
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

/** @param {About} view @param {DraftClaim} claim @returns {string} */
function claimLanguage(view, claim) {
  return view.making?.language ?? tongue(claim.text);
}

/**
 * @param {DraftClaim} claim
 * @param {About} view
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
 * The quote, in the paper's language.
 *
 * @param {DraftClaim} claim
 * @param {About} view
 * @param {Context} ctx
 * @returns {HTMLElement | null} null where the claim is the quote, but for citation marks
 */
export function quote(claim, view, ctx) {
  const words = claim.evidence?.quote;
  if (!words || letters(words) === letters(claim.text)) return null;
  const lang = tongue(view.state.paper?.abstract ?? words) || tongue(words);
  return h('blockquote', { class: 'quote', lang, dir: 'auto' }, ...ctx.wording(words));
}

/**
 * What unfolds the quote: the whole sentence of one that was shortened, the original of a translation, else the quote.
 *
 * @param {DraftClaim} claim
 * @param {HTMLElement} quoted
 * @param {About} view
 * @param {Context} ctx
 */
function unfolds(claim, quoted, view, ctx) {
  if (view.making?.engine === 'embedded') return ctx.t('whole_sentence');
  return ctx.t(sameTongue(quoted.lang || 'und', claimLanguage(view, claim) || 'und') ? 'quote' : 'original');
}

/**
 * @param {DraftClaim} claim
 * @param {About} view
 * @param {Context} ctx
 * @param {string} [key] names the claim's place among all, for its fold
 * @returns {Node[]} what stands in its list item or paragraph; without a key its quote is left to the caller
 */
export function claimNodes(claim, view, ctx, key) {
  const place = chip(claim, view, ctx);
  const wording = ctx.wording(claim.text);
  const last = wording.at(-1);
  // The last word goes with the chip; a formula at the end stands as it is. A growing text is not broken for that: its last
  // word would jump to the next line and back.
  const tail = place && typeof last === 'string' && claim.state !== 'checking' ? (LAST.exec(last)?.[0] ?? '') : '';
  if (typeof last === 'string') wording[wording.length - 1] = last.slice(0, last.length - tail.length);
  // 。 brings its own space.
  const gap = /[\u3001\u3002\uff00-\uffef]$/.test(claim.text) ? '\u2060' : claim.state === 'checking' ? ' ' : '\u00a0';
  const text = h(
    'span',
    { class: 'claim', lang: claimLanguage(view, claim), dir: 'auto' },
    ...wording,
    place && h('span', { class: claim.state === 'checking' ? null : 'tail' }, tail, gap, place),
  );
  const quoted = key ? quote(claim, view, ctx) : null;
  if (!quoted) return [text];
  const fold = `original ${key}`;
  return [text, document.createTextNode(' '), h('details', { class: 'original', 'data-key': fold, open: ctx.open.get(fold) }, h('summary', {}, unfolds(claim, quoted, view, ctx)), quoted)];
}
