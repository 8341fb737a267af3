/**
 * What this page knows of papers: rows from the cache, or asked for. A row that came once is there at once.
 *
 * @typedef {import('../lib/wire.js').Row} Row
 * @typedef {import('./page.js').PaperRef} PaperRef
 * @typedef {(message: {type: 'takeaways', urls: string[], cachedOnly: boolean}) => Promise<{rows: Row[]}>} Ask
 * @typedef {ReturnType<typeof createRows>} Rows
 */

/** The service takes so many links at once. */
const MOST = 250;
/** While arXiv has not answered the service, it is asked again after so many ms. */
const AGAIN = [1_000, 2_000, 4_000];

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * @param {Ask} ask throws what it cannot answer
 */
export function createRows(ask) {
  /** @type {Map<string, Row>} */
  const known = new Map();
  /** @type {Set<string>} ids that the cache does not have */
  const looked = new Set();
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();

  /** @param {PaperRef[]} papers @param {boolean} cachedOnly */
  async function load(papers, cachedOnly) {
    const { rows } = await ask({ type: 'takeaways', urls: papers.map((paper) => paper.url), cachedOnly });
    papers.forEach((paper, i) => {
      const row = rows[i];
      // What may go better another time is not remembered.
      if (row && row.status !== 'pending' && !row.problem?.retryable) known.set(paper.id, row);
    });
  }

  /** @param {PaperRef[]} papers @returns {PaperRef[]} each paper once */
  const once = (papers) => [...new Map(papers.map((paper) => [paper.id, paper])).values()].slice(0, MOST);

  return {
    /** @param {PaperRef} paper @returns {Row | undefined} what need not be asked again */
    known: (paper) => known.get(paper.id),

    /** @param {PaperRef} paper @returns {boolean} whether an answer is known or on its way */
    expected: (paper) => known.has(paper.id) || asked.has(paper.id),

    /**
     * What the cache has of papers; never a request to arXiv.
     *
     * @param {PaperRef[]} papers
     */
    async look(papers) {
      const fresh = once(papers.filter((paper) => !known.has(paper.id) && !looked.has(paper.id)));
      for (const paper of fresh) looked.add(paper.id);
      if (!fresh.length) return;
      try {
        await load(fresh, true);
      } catch (err) {
        for (const paper of fresh) looked.delete(paper.id);
        throw err;
      }
    },

    /**
     * Papers that are wanted, asked for together where nothing is known or on its way.
     *
     * @param {PaperRef[]} papers
     */
    async want(papers) {
      const fresh = once(papers.filter((paper) => !known.has(paper.id) && !asked.has(paper.id)));
      if (fresh.length) {
        const answer = load(fresh, false).finally(() => fresh.forEach((paper) => asked.delete(paper.id)));
        answer.catch(() => {}); // told to those who wait for it
        for (const paper of fresh) asked.set(paper.id, answer);
      }
      await Promise.all(new Set(papers.map((paper) => asked.get(paper.id))));
    },

    /**
     * One paper, until something is known of it.
     *
     * @param {PaperRef} paper
     * @param {PaperRef[]} [with_] which go along in the same request
     * @returns {Promise<Row | undefined>} undefined where arXiv is too slow
     */
    async get(paper, with_ = []) {
      for (const wait of [0, ...AGAIN]) {
        if (wait) await pause(wait);
        await this.want([paper, ...(wait ? [] : with_)]);
        const row = known.get(paper.id);
        if (row) return row;
      }
      return undefined;
    },
  };
}
