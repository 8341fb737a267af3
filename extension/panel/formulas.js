/**
 * Formulas in text: TeX between dollars, as arXiv's pages and abstracts have it, becomes MathML.
 *
 * Temml is loaded when the first formula is to be shown, as it is half a megabyte; until then, and where it cannot read a
 * formula, the TeX stands there.
 *
 * @typedef {{render: (tex: string, node: HTMLElement, options: object) => void}} Temml
 * @typedef {{text: string} | {tex: string, display: boolean, source: string}} Piece
 */
import { h } from './dom.js';

/**
 * As server/takeaways/summarize/sentences.py: no space inside the dollars and no digit behind them (Pandoc's rule, so that
 * «$5 and $10» stays money), or what looks like TeX between them.
 */
const FORMULA =
  /\$\$([^]{1,2000}?)\$\$|(?<![\\$])\$(?=\S)((?:[^$\\]|\\[^]){0,800}?)(?<=\S)\$(?!\d)|(?<![\\$])\$(?=\S)([^$]{0,400}?[=\\^_][^$]{0,400}?)\$(?!\d)|\\\(([^]{1,800}?)\\\)|\\\[([^]{1,2000}?)\\\]/g;

/** No links, no images, nothing of a page's own; no formula that grows without end. */
const OPTIONS = { throwOnError: true, trust: false, strict: false, maxExpand: 200, maxSize: [20, 50], annotate: false };

/**
 * @param {string} text
 * @returns {Piece[]} in order; nothing is lost
 */
export function pieces(text) {
  /** @type {Piece[]} */
  const found = [];
  let end = 0;
  for (const match of text.matchAll(FORMULA)) {
    const [source, shown, pandoc, likely, round, square] = match;
    const tex = shown ?? pandoc ?? likely ?? round ?? square ?? '';
    if (!tex.trim()) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index) });
    found.push({ tex, display: shown !== undefined || square !== undefined, source });
    end = match.index + source.length;
  }
  if (end < text.length) found.push({ text: text.slice(end) });
  return found;
}

/**
 * @param {() => void} redraw called once Temml is there
 * @param {() => Promise<{default: Temml}>} [load]
 * @returns {(text: string) => (Node | string)[]} a text's words and formulas as nodes
 */
export function createFormulas(redraw, load = () => import('../lib/temml/temml.js')) {
  /** @type {Temml | null} */
  let temml = null;
  let asked = false;

  /** @param {Piece} piece @returns {Node | string} */
  function node(piece) {
    if ('text' in piece) return piece.text;
    if (!asked) {
      asked = true;
      load().then(
        (module) => {
          temml = module.default;
          redraw();
        },
        () => {}, // without it the TeX stays
      );
    }
    if (!temml) return h('span', { class: 'tex' }, piece.source);
    const made = h('span', { class: 'formula', title: piece.tex, dir: 'ltr' });
    try {
      temml.render(piece.tex, made, { ...OPTIONS, displayMode: piece.display });
    } catch {
      return h('code', { class: 'tex' }, piece.source);
    }
    return made;
  }
  return (text) => (text.includes('$') || text.includes('\\') ? pieces(text).map(node) : [text]);
}
