/**
 * What a page is, which papers it shows, and where: every selector of arXiv's own pages stands here.
 *
 * @typedef {{id: string, url: string}} PaperRef
 * @typedef {'abs' | 'html' | 'list' | 'search' | 'pdf' | 'other'} Kind
 * @typedef {{kind: Kind, paper: PaperRef | null}} Page `paper` is the page's own; a list has none
 * @typedef {{paper: PaperRef, title: HTMLElement, abstracts: HTMLElement[]}} Entry one paper of a list
 */
import { paperOf } from '../lib/reference.js';
import { readable } from './text.js';

/** @type {[RegExp, Kind][]} */
const KINDS = [
  [/^\/abs\//, 'abs'],
  [/^\/html\//, 'html'],
  [/^\/(list|catchup|a)\//, 'list'],
  [/^\/search\b/, 'search'],
  [/^\/pdf\//, 'pdf'],
];
/** Shorter, or like an id or an address: no title. */
const TITLE = 12;
const NO_TITLE = /^\[?(arxiv\b|https?:|www\.|doi\b|(pdf|html|abs|other)\b|v\d+\b|[\w.-]+\/\d{7}|\d{4}\.\d{4,5})/i;

/**
 * @param {string} url
 * @param {string} contentType of the document: a PDF keeps its own in Chromium's viewer
 * @returns {Page}
 */
export function pageOf(url, contentType) {
  const { hostname, pathname, protocol } = new URL(url);
  const arxiv = /(^|\.)arxiv\.org$/.test(hostname);
  const named = arxiv ? KINDS.find(([path]) => path.test(pathname))?.[1] : undefined;
  const kind = contentType === 'application/pdf' ? 'pdf' : (named ?? 'other');
  if (kind === 'list' || kind === 'search') return { kind, paper: null };
  const plain = url.replace(/#.*$/s, '');
  const readableHere = kind !== 'other' || (!arxiv && /^https?:$/.test(protocol));
  return { kind, paper: paperOf(url) ?? (readableHere ? { id: `url:${plain}`, url: plain } : null) };
}

/**
 * @param {PaperRef | null} one
 * @param {PaperRef | null} other
 * @returns {boolean} whether they are one paper, of whatever version
 */
export function samePaper(one, other) {
  const [a, b] = [one, other].map((paper) => (paper?.id.startsWith('arxiv:') ? paper.id.replace(/v\d+$/, '') : paper?.id));
  return a !== undefined && a === b;
}

/** @param {Document} doc @param {string} name */
const meta = (doc, name) => doc.querySelector(`meta[name="${name}"]`)?.getAttribute('content')?.replace(/\s+/g, ' ').trim() ?? '';

/**
 * The abstract that stands on a paper's page.
 *
 * @param {Document} doc
 * @returns {string} '' where there is none
 */
export function abstractOf(doc) {
  // The meta element first: MathJax has not rewritten it.
  return (
    meta(doc, 'citation_abstract') ||
    readable(doc.querySelector('blockquote.abstract')) ||
    [...doc.querySelectorAll('.ltx_abstract .ltx_p')].map(readable).join(' ').trim()
  );
}

/**
 * @param {Document} doc
 * @returns {string} the paper's title as its page gives it
 */
export function titleOf(doc) {
  return meta(doc, 'citation_title') || readable(doc.querySelector('h1.title, h1.ltx_title_document')) || doc.title;
}

/** @param {Document} doc @returns {Entry[]} of a «list» page: a dt with the links, a dd with the rest */
function listed(doc) {
  return [...doc.querySelectorAll('dl#articles > dt')].flatMap((dt) => {
    const link = dt.querySelector('a[title="Abstract"], a[href*="/abs/"]');
    const dd = dt.nextElementSibling;
    const title = dd?.querySelector('.list-title');
    const paper = link instanceof HTMLAnchorElement ? paperOf(link.href) : null;
    if (!paper || !(title instanceof HTMLElement)) return [];
    return [{ paper, title, abstracts: /** @type {HTMLElement[]} */ ([...(dd?.querySelectorAll('p.mathjax') ?? [])]) }];
  });
}

/** @param {Document} doc @returns {Entry[]} of a search */
function found(doc) {
  return [...doc.querySelectorAll('li.arxiv-result')].flatMap((item) => {
    const link = item.querySelector('p.list-title a');
    const title = item.querySelector('p.title');
    const paper = link instanceof HTMLAnchorElement ? paperOf(link.href) : null;
    if (!paper || !(title instanceof HTMLElement)) return [];
    return [{ paper, title, abstracts: /** @type {HTMLElement[]} */ ([...item.querySelectorAll('.abstract-short, .abstract-full')]) }];
  });
}

/**
 * The papers of a list or search page, in its order.
 *
 * @param {Document} doc
 * @returns {Entry[]}
 */
export function entriesOf(doc) {
  return [...listed(doc), ...found(doc)];
}

/**
 * The best name for a paper before anything is known of it: its entry's title, the link's words, or what is cited.
 *
 * @param {Element} link
 * @returns {string} '' where nothing there is a title
 */
export function titleNear(link) {
  const row = link.closest('dt')?.nextElementSibling ?? link.closest('li.arxiv-result');
  const entry = readable(row?.querySelector('.list-title:not(:has(a)), p.title'));
  if (entry) return entry;
  const words = readable(link);
  if (words.length >= TITLE && !NO_TITLE.test(words)) return words;
  const cited = readable(link.closest('.ltx_bibitem'));
  return cited.length > 160 ? `${cited.slice(0, 160).replace(/\s+\S*$/, '')}…` : cited;
}
