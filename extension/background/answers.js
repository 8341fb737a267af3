/**
 * The messages that have one answer, a table.
 *
 * @typedef {import('../lib/messages.js').Answers} Answers
 * @typedef {import('../lib/messages.js').Asked} Asked
 * @typedef {import('../lib/messages.js').Message} Message
 * @typedef {import('../lib/messages.js').Type} Type
 * @typedef {import('../lib/wire.js').Problem} Problem
 */
import { readSettings } from '../lib/settings.js';
import { problemOf } from './problems.js';

/** What only the extension's own pages may ask: a page that has got hold of its content script must not dial with it. */
const OWN = new Set(['test', 'upload']);

/**
 * @param {{connection: import('./connection.js').Connection, awake: () => () => void,
 *   rows: ReturnType<typeof import('./rows.js').createRows>}} collaborators
 * @returns {(message: Message, sender: chrome.runtime.MessageSender) => Promise<Answers[Type] | {problem: Problem}>}
 */
export function createAnswers({ connection, awake, rows }) {
  /** @type {{[T in Type]: (asked: Asked[T]) => Promise<Answers[T]>}} */
  const table = {
    takeaways: async ({ urls, cachedOnly }) => ({ rows: await rows(urls, cachedOnly) }),
    text: async ({ id, form, language }) => ({ text: await (await connection.service()).text(id, form, language) }),
    test: (of) => connection.state(of),
    async settings() {
      const { token, ...settings } = await readSettings();
      return { settings };
    },
    async open() {
      await chrome.runtime.openOptionsPage();
      return {};
    },
    async upload({ blob }) {
      const file = await (await fetch(blob)).blob();
      return { id: await (await connection.service()).upload(file) };
    },
  };

  return async (message, sender) => {
    const known = Object.hasOwn(table, message.type);
    const own = sender.url?.startsWith(chrome.runtime.getURL('')) ?? false;
    if (!known || (OWN.has(message.type) && !own)) return { problem: problemOf('bad_request') };
    const release = awake();
    try {
      return await table[message.type](/** @type {any} */ (message));
    } catch (err) {
      return { problem: problemOf(err) };
    } finally {
      release();
    }
  };
}
