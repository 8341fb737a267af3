/** The key sentence of an abstract that stands on the page, marked there (CSS Custom Highlight API; its colour is in page.css). */
import { keySentence } from './preview.js';

const NAME = 'takeaways-key';
/** What is no part of the abstract's words: the «More» of a search, MathJax's source and its copy for screen readers. */
const ASIDE = 'a, script, style, mjx-assistive-mml, .MathJax_Preview, .descriptor';

/** @param {Node} root @returns {{nodes: Text[], text: string}} */
function wordsOf(root) {
  const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const nodes = [];
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node instanceof Text && !node.parentElement?.closest(ASIDE)) nodes.push(node);
  }
  return { nodes, text: nodes.map((node) => node.data).join('') };
}

/**
 * @param {{nodes: Text[]}} words
 * @param {number} start
 * @param {number} end
 * @returns {Range}
 */
function rangeOf({ nodes }, start, end) {
  const range = document.createRange();
  let at = 0;
  for (const node of nodes) {
    const next = at + node.data.length;
    if (start >= at && start < next) range.setStart(node, start - at);
    if (end > at && end <= next) range.setEnd(node, end - at);
    at = next;
  }
  return range;
}

/** @returns {boolean} whether the browser can mark text without changing the page */
export const canHighlight = () => 'highlights' in CSS && typeof Highlight === 'function';

/**
 * @param {HTMLElement[]} abstracts one paper's: a search has it twice, cut short and whole
 * @returns {{shown: boolean, sentence: string, ranges: Range[]}} `shown`: the whole sentence is to be seen
 */
export function keyRanges(abstracts) {
  const whole = abstracts.at(-1);
  const words = whole && wordsOf(whole);
  const found = words ? keySentence(words.text) : null;
  if (!words || !found) return { shown: false, sentence: '', ranges: [] };
  /** @type {Range[]} */
  const ranges = [rangeOf(words, found.start, found.end)];
  let shown = whole.checkVisibility();
  for (const cut of abstracts.slice(0, -1)) {
    const short = wordsOf(cut);
    const exact = words.text.slice(found.start, found.end);
    const at = short.text.indexOf(exact);
    if (at < 0) continue;
    ranges.push(rangeOf(short, at, at + exact.length));
    shown ||= cut.checkVisibility();
  }
  return { shown, sentence: found.text, ranges };
}

/** @param {Range[]} ranges all that are to be marked; none takes the marks away */
export function highlight(ranges) {
  if (ranges.length) CSS.highlights.set(NAME, new Highlight(...ranges));
  else CSS.highlights.delete(NAME);
}
