/**
 * Rows for links, many askers to one request: a pointer that crosses a bibliography, or ten features of a list, ask at once.
 *
 * @typedef {import('../lib/wire.js').Row} Row
 * @typedef {{url: string, row: PromiseWithResolvers<Row>}} Wish
 */
import { nameOf } from './memory.js';

/** What is asked within this time goes into one request, in ms. */
const TOGETHER = 5;
/** The service takes so many at once. */
const MOST = 250;
/** The service itself gives arXiv 10 s; one that says nothing for so long is not coming back. In ms. */
const PATIENCE = 30_000;

/**
 * @param {{connection: import('./connection.js').Connection, memory: import('./memory.js').Memory}} collaborators
 * @returns {(urls: string[], cachedOnly: boolean) => Promise<Row[]>} in the order of the urls; throws ServiceProblem
 */
export function createRows({ connection, memory }) {
  return many(lane(false), lane(true));

  /**
   * @param {ReturnType<typeof lane>} fresh
   * @param {ReturnType<typeof lane>} cached
   * @returns {(urls: string[], cachedOnly: boolean) => Promise<Row[]>}
   */
  function many(fresh, cached) {
    return (urls, cachedOnly) => Promise.all(urls.map((url) => one(url, cachedOnly ? cached : fresh)));
  }

  /** @param {string} url @param {ReturnType<typeof lane>} ask @returns {Promise<Row>} */
  async function one(url, ask) {
    const name = nameOf(url);
    const row = (await memory.get(name)) ?? (await ask(name, url));
    return { ...row, url };
  }

  /**
   * Those who ask alike: what a whole answer may wait for, an answer from the cache must not.
   *
   * @param {boolean} cachedOnly
   * @returns {(name: string, url: string) => Promise<Row>}
   */
  function lane(cachedOnly) {
    /** @type {Map<string, Promise<Row>>} */
    const asked = new Map();
    /** @type {Map<string, Wish>} */
    let wishes = new Map();

    function send() {
      const all = [...wishes];
      wishes = new Map();
      for (let start = 0; start < all.length; start += MOST) void answer(all.slice(start, start + MOST), cachedOnly);
    }

    return (name, url) => {
      const running = asked.get(name);
      if (running) return running;
      if (!wishes.size) setTimeout(send, TOGETHER);
      /** @type {Wish} */
      const wish = { url, row: Promise.withResolvers() };
      wishes.set(name, wish);
      const row = wish.row.promise.finally(() => asked.delete(name));
      asked.set(name, row);
      return row;
    };
  }

  /** @param {[string, Wish][]} wishes by name @param {boolean} cachedOnly */
  async function answer(wishes, cachedOnly) {
    try {
      const service = await connection.service();
      const urls = wishes.map(([, { url }]) => url);
      const rows = await service.takeaways(urls, { cachedOnly, signal: AbortSignal.timeout(PATIENCE) });
      /** @type {[string, Row][]} */
      const ready = [];
      wishes.forEach(([name, wish], i) => {
        const row = /** @type {Row} */ (rows[i]);
        if (row.status === 'ready') ready.push([name, row]);
        wish.row.resolve(row);
      });
      await memory.put(ready).catch((err) => console.error('the rows could not be kept', err));
    } catch (err) {
      for (const [, wish] of wishes) wish.row.reject(err);
    }
  }
}
