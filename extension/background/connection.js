/**
 * The way to the service: settings -> a client of its API.
 *
 * @typedef {import('../lib/messages.js').Says} Says
 * @typedef {import('../lib/wire.js').Problem} Problem
 * @typedef {ReturnType<typeof createConnection>} Connection
 */
import { createService, ServiceProblem } from '../lib/service.js';
import { originOf, readSettings, serverOf } from '../lib/settings.js';

/** Beyond it nothing that runs on purpose is still thinking, in ms. */
const PATIENCE = 10_000;

/** What a problem's code says about the connection. Any other is the service's own trouble. */
const SAYS = /** @type {Record<string, Says>} */ ({
  unauthorized: 'wrong_token',
  wrong_service: 'something_else',
  // It speaks as the service does, but does not know what every later one knows.
  not_found: 'too_old',
  method_not_allowed: 'too_old',
  bad_request: 'too_old',
});

/** @param {string} server @returns {Promise<boolean>} */
async function permitted(server) {
  const origin = originOf(server);
  return origin === null || chrome.permissions.contains({ origins: [origin] });
}

export function createConnection() {
  return {
    /** @returns {Promise<ReturnType<typeof createService>>} to the server of the settings, with their token */
    async service() {
      const { server, token } = await readSettings();
      return createService({ base: server, token: () => token });
    },

    /**
     * Whether summaries can be had from a server.
     *
     * @param {{server: string, token: string}} [of] as typed; the settings' where nothing is given
     * @param {AbortSignal} [signal]
     * @returns {Promise<{says: Says, problem?: Problem}>}
     */
    async state(of, signal = AbortSignal.timeout(PATIENCE)) {
      const { server, token } = of ?? (await readSettings());
      const base = serverOf(server);
      if (!base) return { says: 'bad_address' };
      try {
        await createService({ base, token: () => token }).takeaways([], { cachedOnly: true, signal });
        return { says: 'ok' };
      } catch (err) {
        if (!(err instanceof ServiceProblem)) throw err;
        const { problem } = err;
        const says = SAYS[problem.code] ?? (problem.status ? 'trouble' : (await permitted(base)) ? 'not_running' : 'no_permission');
        return { says, problem };
      }
    },
  };
}
