/**
 * Which addresses are a paper of arXiv: the forms of a link, as the service understands them (server/takeaways/source/).
 * tests/wire/references.json holds both to the same table.
 *
 * @typedef {{id: string, url: string}} PaperLink `id` is canonical (`arxiv:1706.03762v5`), `url` its page at arXiv
 */

// Closed in April 2007, when the ids became numbers.
const ARCHIVES =
  'acc-phys|adap-org|alg-geom|ao-sci|astro-ph|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|cond-mat|cs|dg-ga|' +
  'funct-an|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math-ph|math|mtrl-th|nlin|nucl-ex|nucl-th|patt-sol|physics|plasm-ph|' +
  'q-alg|q-bio|quant-ph|solv-int|supr-con';
const SHAPE = `(?:(?<number>\\d{4}\\.\\d{3,6})|(?<archive>${ARCHIVES})(?:\\.[a-z-]+)?/(?<old>\\d{7}))(?:v(?<version>\\d{1,4}))?`;
/** After the id a file's ending, or a folder's contents. */
const IN_PATH = new RegExp(`^(?:arxiv:)?${SHAPE}(?:\\.(?:pdf|ps|gz|ps\\.gz|dvi|html?|md|txt))?[.,;:)\\]]*(?:/.*)?$`, 'i');
const ROUTE = /^(?:abs|pdf|html|format|ps|src|e-print|dvi|other|tb|bibtex|refs|cits|papers|log|source)\//i;
const ARXIV_DOI = /^10\.48550\/arxiv\./i;

/** A host, and what stands before the id in the paths of its papers. */
const SITES = /** @type {const} */ ([
  [/^(?:(?:www|export|browse|beta|lanl|xxx|[a-z]{2})\.)?arxiv\.org$|^xxx\.lanl\.gov$/, ROUTE, true],
  [/^(?:www\.)?ar5iv\.(?:org|labs\.arxiv\.org)$/, ROUTE, true],
  [/^(?:www\.)?alphaxiv\.org$/, /^(?:[a-z-]+\/){1,2}/i, true],
  [/^(?:www\.)?(?:huggingface\.co|hf\.co)$/, /^papers\//, false],
  [/^(?:www\.)?(?:scirate\.com|papers\.cool|semanticscholar\.org)$/, /^arxiv\//i, false],
  [/^(?:www\.|dx\.)?doi\.org$/, ARXIV_DOI, false],
]);

/**
 * The paper that a link leads to.
 *
 * @param {string} url absolute, http(s)
 * @returns {PaperLink | null} null where it is no paper's, or names an id that cannot exist (month 13)
 */
export function paperOf(url) {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, port, pathname } = new URL(url);
  if (!/^https?:$/.test(protocol) || port) return null;
  const host = hostname.replace(/\.$/, '');
  const site = SITES.find(([name]) => name.test(host));
  const path = decoded(pathname)?.normalize('NFKC').replace(/^\/+|\/+$/g, '').replace(/\/\/+/g, '/');
  if (!site || !path) return null;
  const [, before, mayStandFirst] = site;
  const rest = path.replace(before, '');
  const found = (mayStandFirst && IN_PATH.exec(path)) || (rest === path ? null : afterAnyOf(before, path));
  return found && paper(found.groups ?? {});
}

/**
 * The id after as much of the path as the pattern can take, or less: «zh/overview/1706.03762», and «abs/hep-th/9901001», where a
 * greedy pattern takes the archive.
 *
 * @param {RegExp} before
 * @param {string} path
 */
function afterAnyOf(before, path) {
  const start = before.exec(path)?.[0] ?? '';
  for (let cut = path.indexOf('/'); cut >= 0 && cut < start.length; cut = path.indexOf('/', cut + 1)) {
    const found = IN_PATH.exec(path.slice(cut + 1));
    if (found) return found;
  }
  return IN_PATH.exec(path.slice(start.length));
}

/** @param {string} path */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return null; // a stray %: no paper's address has one
  }
}

/**
 * @param {Record<string, string | undefined>} parts of an id that has the shape
 * @returns {PaperLink | null}
 */
function paper({ number, archive = '', old, version }) {
  const digits = (number ?? old ?? '').replace('.', '');
  const [yy, month, serial] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4)), digits.slice(4)];
  const at = ((old && yy >= 91 ? 1900 : 2000) + yy) * 100 + month;
  const length = old ? 3 : at < 201501 ? 4 : 5;
  const inTime = old ? at >= 199101 && at <= 200703 : at >= 200704;
  if (month < 1 || month > 12 || !inTime || serial.length !== length || !Number(serial)) return null;
  if (version !== undefined && !Number(version)) return null;
  const id = `${number ?? `${archive.toLowerCase()}/${old}`}${version === undefined ? '' : `v${Number(version)}`}`;
  return { id: `arxiv:${id}`, url: `https://arxiv.org/abs/${id}` };
}
