/**
 * One paper over a port: the service's events go to whoever asked, for as long as the port lives. The job lives on without it.
 *
 * @typedef {import('../lib/messages.js').ToReader} ToReader
 * @typedef {import('../lib/messages.js').FromReader} FromReader
 * @typedef {import('../lib/wire.js').Problem} Problem
 */
import { ServiceProblem } from '../lib/service.js';
import { languageOf, readSettings } from '../lib/settings.js';
import { nameOf } from './memory.js';
import { problemOf } from './problems.js';

/**
 * @param {{connection: import('./connection.js').Connection, awake: () => () => void, memory: import('./memory.js').Memory,
 *   badge: import('./badge.js').Badge}} collaborators
 * @returns {(port: chrome.runtime.Port) => void}
 */
export function createReader({ connection, awake, memory, badge }) {
  return (port) => {
    /** @type {AbortController | null} */
    let reading = null;

    /** @param {ToReader} message */
    const post = (message) => port.postMessage(message);

    /** @param {Extract<FromReader, {type: 'read'}>} message */
    async function read({ request, after }) {
      reading?.abort();
      const mine = new AbortController();
      const { signal } = (reading = mine);
      const release = awake();
      badge.reading(port);
      try {
        const service = await connection.service();
        const language = request.language || languageOf(await readSettings());
        await service.read({ depth: 'full', ...request, language }, {
          signal,
          after,
          event(event, id) {
            post({ type: 'event', id, event });
            if (event.type === 'failed') badge.ended(port, false);
            if (event.type !== 'summary') return;
            badge.ended(port, true);
            void remember(request.url, event.summary);
          },
        }); // prettier-ignore
      } catch (err) {
        if (signal.aborted) return; // the port is gone, or reads another paper now
        post({ type: 'problem', problem: problemOf(err) });
        badge.ended(port, false);
      } finally {
        release();
      }
    }

    /** @param {string | null} job */
    async function stop(job) {
      const stopped = reading;
      if (!stopped) return;
      // The job first, whose `failed` event tells everybody; it goes on only when somebody else reads it too.
      try {
        if (job) await (await connection.service()).stop(job);
      } catch (err) {
        if (!(err instanceof ServiceProblem)) throw err; // not reached: then only the reading stops
      }
      if (stopped.signal.aborted) return;
      stopped.abort();
      post({ type: 'problem', problem: problemOf('cancelled') });
      badge.ended(port, true);
    }

    port.onMessage.addListener((/** @type {FromReader} */ message) => {
      if (message.type === 'read') void read(message);
      else if (message.type === 'stop') void stop(message.job);
      // A ping has done its work by coming.
    });
    port.onDisconnect.addListener(() => {
      reading?.abort();
      badge.left(port);
    });
  };

  /**
   * A card of the paper shows from now on what was written about the whole of it.
   *
   * @param {string} url
   * @param {import('../lib/wire.js').Summary} summary
   */
  async function remember(url, summary) {
    /** @type {import('../lib/wire.js').Row} */
    const row = { url, id: summary.paper.id, status: 'ready', summary, problem: null };
    await memory.put([[nameOf(url), row]]).catch((err) => console.error('the summary could not be kept', err));
  }
}
