/**
 * A small memory of rows that outlives the worker, not the browser: a card that was filled once is filled at once.
 *
 * @typedef {import('../lib/wire.js').Row} Row
 * @typedef {{row: Row, at: number}} Entry
 * @typedef {ReturnType<typeof createMemory>} Memory
 */
import { paperOf } from '../lib/reference.js';

/** Rows kept: two long lists and a bibliography, some 2 MB of the 10 that `storage.session` holds. */
const MOST = 500;
/** Later the paper may have been read whole by somebody else: its row is asked for again. In ms. */
const FRESH = 10 * 60_000;
const PREFIX = 'row:';

/**
 * @param {string} url
 * @returns {string} equal for all addresses of one paper
 */
export const nameOf = (url) => paperOf(url)?.id ?? url;

/** @param {{now?: () => number}} [options] tests set the clock */
export function createMemory({ now = Date.now } = {}) {
  /** @type {Promise<Map<string, Entry>> | null} */
  let loaded = null;

  /** @returns {Promise<Map<string, Entry>>} oldest first */
  const entries = () =>
    (loaded ??= chrome.storage.session.get(null).then((all) => {
      const found = Object.entries(all).filter(([key]) => key.startsWith(PREFIX));
      const kept = /** @type {[string, Entry][]} */ (found.map(([key, entry]) => [key.slice(PREFIX.length), entry]));
      return new Map(kept.sort(([, one], [, other]) => one.at - other.at));
    }));

  /** @param {Entry | undefined} entry @returns {entry is Entry} */
  const isFresh = (entry) => entry !== undefined && now() - entry.at < FRESH;

  return {
    /** @param {string} name @returns {Promise<Row | null>} */
    async get(name) {
      const entry = (await entries()).get(name);
      return isFresh(entry) ? entry.row : null;
    },

    /** @param {[string, Row][]} named */
    async put(named) {
      if (!named.length) return;
      const all = await entries();
      for (const [name, row] of named) {
        all.delete(name); // so that it stands last
        all.set(name, { row, at: now() });
      }
      const names = [...all.keys()];
      const dropped = names.filter((name, i) => i < names.length - MOST || !isFresh(all.get(name)));
      for (const name of dropped) all.delete(name);
      const kept = named.filter(([name]) => all.has(name)).map(([name]) => [PREFIX + name, all.get(name)]);
      if (dropped.length) await chrome.storage.session.remove(dropped.map((name) => PREFIX + name));
      try {
        await chrome.storage.session.set(Object.fromEntries(kept));
      } catch (err) {
        await this.clear(); // it is full: whole summaries, or lists of thousands of authors
        throw err;
      }
    },

    async clear() {
      const all = await entries();
      const names = [...all.keys()].map((name) => PREFIX + name);
      all.clear();
      await chrome.storage.session.remove(names);
    },
  };
}
