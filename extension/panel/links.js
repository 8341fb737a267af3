/**
 * Addresses a person may open: where evidence stands, and what a paper names.
 *
 * @typedef {import('../lib/wire.js').Coverage} Coverage
 * @typedef {import('../lib/wire.js').Evidence} Evidence
 */

/**
 * A stranger's address, when it is one of the web.
 *
 * @param {string | null | undefined} address
 * @returns {string | null} null for `javascript:`, `data:`, relative and broken addresses
 */
export function webAddress(address) {
  const url = address && URL.canParse(address) ? new URL(address) : null;
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
}

/** Characters of a text fragment; longer addresses are cut by some mail and chat programs. */
const LONGEST = 600;

/** @param {string} text */
const encoded = (text) => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * A text fragment directive (https://wicg.github.io/scroll-to-text-fragment/) that finds a quote on its page.
 *
 * @param {string} quote
 * @returns {string} `:~:text=…`, or '' where too little of the quote is plain text
 */
export function textFragment(quote) {
  // Mathematics stands in a quote as LaTeX and on the page as MathML: the longest run without it is looked for.
  const runs = quote.split(/\$[^$]*\$|\S*[\\{}^_]\S*/).map((run) => run.trim().split(/\s+/).filter(Boolean));
  const words = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
  const text = words.join(' ');
  const spaced = !/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
  if (spaced ? words.length < 3 : text.length < 6) return '';
  // Whole, never «first words,last words»: where the first words stand in the abstract too, half the page would be marked.
  return text.length <= LONGEST ? `:~:text=${encoded(text)}` : '';
}

/**
 * Where a claim's evidence can be seen.
 *
 * @param {Evidence} evidence
 * @param {Coverage} coverage of the reading the evidence is from
 * @param {string | null} [base] an address the host has for what was read: the `blob:` of a dropped file
 * @returns {string | null} null where nothing can be opened (an upload of another day)
 */
export function evidenceLink(evidence, coverage, base = null) {
  const whole = base ?? webAddress(coverage.link);
  if (!whole) return null;
  const link = whole.replace(/#.*$/s, '');
  const { page, anchor } = evidence.place;
  if (coverage.reading === 'pdf') return page ? `${link}#page=${page}` : link;
  if (base) return link;
  // An abstract's page is not the page the anchor was made for.
  const at = anchor && coverage.reading !== 'abstract' ? encodeURIComponent(anchor) : '';
  const fragment = at + textFragment(evidence.quote);
  return fragment ? `${link}#${fragment}` : link;
}
