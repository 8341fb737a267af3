/**
 * One sentence of an abstract that says what the paper does: chosen here, at once, from what stands on the page.
 *
 * @typedef {{start: number, end: number, text: string}} Sentence its place in the text it was found in
 */
import { tongue } from '../lib/tongue.js';

/** After these a full stop ends no sentence. */
const UNFINISHED = /(?:\b(?:e\.g|i\.e|cf|al|vs|resp|approx|figs?|eqs?|secs?|tab|refs?|nos?|dr|prof|st|ca|viz|w\.r\.t)\.|[\s(]\p{Lu}\.)\s*$/iu;
const MAKE = 'propos|present|introduc|develop|describ|design|releas|construct|formulat|establish|deriv|prov(?:e|id)|devis|report|creat|investigat|stud[iy]|show|demonstrat|address|explor|analy[sz]|argue|consider|extend|find|review';
const DO = 'measur|calculat|comput|observ|obtain|perform|determin|test|examin|appl|compar|evaluat|solv|simulat|discuss|combin|train|give';
/** @type {[number, RegExp][]} */
const CUES = [
  [3, new RegExp(`\\b(?:here(?:in)?,? )?we (?:\\w+ly |also |first |then |further |here |thus |therefore |have )*(?:${MAKE})`, 'i')],
  [3, new RegExp(`\\b(?:this|the present|our) (?:paper|work|article|study|thesis|report|survey|review|letter|note)\\b (?:\\w+ )?(?:${MAKE})`, 'i')],
  [2, /\b(?:in|with) this (?:paper|work|article|study|thesis|survey|review|letter|note)\b/i],
  [2.5, /\b(?:is|are) (?:proposed|presented|introduced|developed|described|derived|investigated|studied|reviewed)\b/i],
  [1.6, new RegExp(`\\bwe (?:\\w+ly |also |then |further |here |have )*(?:${DO})`, 'i')],
  [1, /\b(?:novel|new|simple|first|general|unified)\b/i],
  [0.8, /\b(?:outperform|surpass|achiev|improv|state[- ]of[- ]the[- ]art|results? (?:show|indicate|suggest))/i],
  [3, /本文|本研究|我们(?:提出|研究|证明|发现|设计)/],
];
/** @type {[number, RegExp][]} */
const AGAINST = [
  [2, /^(?:however|but|although|while|unfortunately|recently|traditionally|despite)\b/i],
  [1.5, /\b(?:previous|prior|existing|traditional|conventional|current) (?:\w+ )?(?:works?|methods?|approach\w*|models?|stud(?:y|ies)|systems?|techniques?)\b/i],
  [2, /\b(?:code|data|dataset|models?|demo|implementation)s? (?:and \w+ )?(?:is|are|will be|can be) (?:\w+ly )?(?:available|released|found|accessible)|\bavailable (?:at|on|from|online)\b|https?:/i],
  [2.5, /\?\s*$/],
  [1.2, /^(?:we|this paper|this work) (?:also|further|additionally|finally|conclude)\b|^(?:finally|then|in addition|additionally|moreover|furthermore|also|specifically|in particular)\b/i],
  [0.8, /^(?:this|these|it|they|such|here it)\b(?! (?:paper|work|article|study|thesis|report|survey|review|letter|note))/i],
];

/**
 * @param {string} text
 * @returns {Sentence[]} in order; their ends without the white space after
 */
export function sentences(text) {
  /** @type {Sentence[]} */
  const all = [];
  let start = 0;
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'sentence' }).segment(text)];
  parts.forEach(({ segment, index }, i) => {
    const end = index + segment.length;
    const piece = text.slice(start, end);
    const next = parts[i + 1]?.segment ?? '';
    // Abstracts are wrapped: a line's end ends no sentence.
    const open = UNFINISHED.test(piece) || !/[.!?。！？…]["'”’)\]]*\s*$/u.test(piece) || /^\s*\p{Ll}/u.test(next);
    if (next && open) return;
    const lead = piece.length - piece.trimStart().length;
    const trimmed = piece.trim();
    if (trimmed) all.push({ start: start + lead, end: start + lead + trimmed.length, text: trimmed.replace(/\s+/g, ' ') });
    start = end;
  });
  return all;
}

/** @param {string} text @param {[number, RegExp][]} rules the strongest in full, every further one a third */
function weigh(text, rules) {
  const [first = 0, ...rest] = rules.flatMap(([weight, rule]) => (rule.test(text) ? [weight] : [])).sort((a, b) => b - a);
  return first + rest.reduce((sum, weight) => sum + weight / 3, 0);
}

/** @param {Sentence} sentence @param {number} index @param {number} count */
function worth({ text }, index, count) {
  const length = /\p{Script=Han}/u.test(text) ? text.length / 2 : text.split(' ').length;
  const odd = length < 7 ? 2 : length > 45 ? Math.min(2, (length - 45) / 15) : 0;
  // What a paper does stands before what came of it.
  const place = -0.6 * (index / count);
  return weigh(text, CUES) - weigh(text, AGAINST) - odd + place;
}

/**
 * The sentence of an abstract that best says what the paper does.
 *
 * @param {string} abstract
 * @returns {Sentence | null} null for an empty one
 */
export function keySentence(abstract) {
  const all = sentences(abstract);
  return all.reduce((/** @type {{sentence: Sentence, worth: number} | null} */ best, sentence, i) => {
    const value = worth(sentence, i, all.length);
    return !best || value > best.worth ? { sentence, worth: value } : best;
  }, null)?.sentence ?? null;
}

/**
 * The preview a reader sees before the service has said anything. It is drawn, never sent.
 *
 * @param {import('./page.js').PaperRef} paper
 * @param {string} title
 * @param {string} abstract
 * @returns {import('../lib/wire.js').PreviewEvent | null} null where the page has no abstract
 */
export function localPreview(paper, title, abstract) {
  const found = keySentence(abstract);
  if (!found) return null;
  /** @type {import('../lib/wire.js').Claim} */
  const claim = {
    text: found.text, state: 'quoted', reason: null,
    evidence: { blocks: [], quote: found.text, spot: { kind: 'abstract', number: null }, place: { anchor: null, page: null, box: null } },
  }; // prettier-ignore
  return {
    type: 'preview',
    summary: {
      paper: {
        id: paper.id, link: paper.url, title, abstract, authors: [], affiliations: [], published: null, updated: null, version: null, versions: [], categories: [],
        comment: null, journal_ref: null, doi: null, license: null, links: [], provenance: {},
      },
      one_sentence: claim, takeaways: [], keywords: [], not_stated: [], title_translation: null, flags: [],
      note: {
        background: [], prior_work: [], method: [], results: [], steps: [],
        significance: [], innovation: [], performance: [], workload: [], limitations: [],
      },
      coverage: { reading: 'abstract', link: paper.url, unit: 'sections', read: 1, total: 1, words: 0, references: 0, skipped: [], attempts: [] },
      making: {
        engine: 'embedded', model: null, version: '', extractor: '', depth: 'quick', language: tongue(abstract) || 'en', unread_language: null, at: '',
        tokens_in: 0, tokens_out: 0, cost: null, degraded: null,
      },
    },
  }; // prettier-ignore
}
