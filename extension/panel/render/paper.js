/**
 * The paper: title, authors, date, categories, ids and links. All of it from the source, none of it from a model.
 *
 * @typedef {import('../../lib/wire.js').Paper} Paper
 * @typedef {import('../view.js').View} View
 * @typedef {import('./context.js').Context} Context
 */
import { sameTongue, tongue } from '../../lib/tongue.js';
import { day } from '../dates.js';
import { h, link } from '../dom.js';
import { webAddress } from '../links.js';

/** Authors shown before the rest is folded; one more is shown rather than «+ 1». */
const AUTHORS = 3;

const LINKS = /** @type {const} */ ({ code: 'link_code', project: 'link_project', data: 'link_data' });

/** @param {Paper} paper @param {Context} ctx */
function authors(paper, ctx) {
  if (!paper.authors.length) return null;
  const open = ctx.open.get('authors') ?? paper.authors.length <= AUTHORS + 1;
  const shown = open ? paper.authors : paper.authors.slice(0, AUTHORS);
  const list = h('p', { class: 'by', dir: 'auto' });
  shown.forEach((author, i) => {
    list.append(i ? ', ' : '', h('span', { title: author.affiliations.join('; ') || null }, author.name));
  });
  const rest = paper.authors.length - shown.length;
  if (paper.authors.length > AUTHORS + 1) {
    const toggle = () => {
      ctx.open.set('authors', !open);
      ctx.redraw();
    };
    const label = ctx.t(open ? 'authors_fewer' : 'authors_all', String(paper.authors.length));
    list.append(' ', h('button', { type: 'button', class: 'inline', 'aria-expanded': String(open), 'aria-label': label, title: label, 'data-key': 'authors', onclick: toggle }, open ? '−' : `+ ${rest}`));
  }
  return list;
}

/** @param {Paper} paper */
function identity(paper) {
  const [, scheme = '', rest = ''] = /^(arxiv|doi):(.*)$/s.exec(paper.id) ?? [];
  if (scheme === 'arxiv') return link(webAddress(paper.link), {}, `arXiv:${rest}`);
  if (scheme === 'doi') return link(webAddress(paper.link), {}, `doi:${rest}`);
  const address = webAddress(paper.link);
  return address && link(address, {}, new URL(address).hostname);
}

/** @param {Paper} paper @param {Context} ctx */
function facts(paper, ctx) {
  const doi = paper.doi && !paper.id.startsWith('doi:') && webAddress(`https://doi.org/${encodeURI(paper.doi)}`);
  const links = paper.links.map(({ kind, url }) => [webAddress(url), ctx.t(LINKS[kind] ?? LINKS.project)]);
  const items = [
    paper.published && h('time', { datetime: paper.published }, day(paper.published, ctx.locale)),
    paper.categories.length > 0 && h('span', {}, paper.categories.join(', ')),
    identity(paper),
    paper.journal_ref && h('span', {}, paper.journal_ref),
    doi && link(doi, {}, 'DOI'),
    ...links.map(([href, words]) => href && link(href, { title: href }, words)),
  ].filter((item) => item instanceof Node);
  if (!items.length) return null;
  return h('ul', { class: 'facts' }, ...items.map((item) => h('li', {}, item)));
}

/**
 * @param {View} view
 * @param {Context} ctx
 * @returns {HTMLElement | null}
 */
export function paper(view, ctx) {
  const found = view.state.paper;
  if (!found) return null;
  const title = found.title ?? ctx.t('untitled');
  const lang = tongue(`${found.title} ${found.abstract ?? ''}`);
  const busy = view.state.phase === 'running';
  // Its line is kept for it: coming later it would push down what is being read.
  const awaited = busy && lang !== '' && !sameTongue(lang, ctx.language);
  const translation = (view.translation || awaited) && h('p', { class: 'translation', lang: (view.source === 'summary' && view.making?.language) || ctx.language, dir: 'auto' }, ...(view.translation ? ctx.wording(view.translation) : [h('span', { class: 'bone' })]));
  if (!ctx.showPaper) return translation || h('h2', { class: 'hidden', lang }, title);
  return h(
    'div',
    { class: 'paper' },
    h('h2', { lang, dir: 'auto' }, ...ctx.wording(title)),
    translation,
    authors(found, ctx),
    facts(found, ctx),
  );
}
