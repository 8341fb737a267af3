/**
 * The service's API for a caller that may fetch: the service's own page, and the extension's background.
 *
 * @typedef {import('./wire.js').Event} Event
 * @typedef {import('./wire.js').Problem} Problem
 * @typedef {import('./wire.js').Request} Request
 * @typedef {import('./wire.js').Row} Row
 * @typedef {(ms: number, signal: AbortSignal) => Promise<void>} Pause
 */
import { isLoopback } from './loopback.js';
import { createParser, messages } from './sse.js';

/** Heartbeats come every 15 s; three missed mean that the line is dead, whatever the socket says. */
const SILENCE = 45_000;
/** Between attempts to take up a lost stream again, in ms. An event that comes through starts the row anew. */
const BACKOFF = [500, 1_000, 2_000, 4_000, 8_000];
/** A service that restarts loses its jobs: the request is posted again, but not for ever. */
const POSTS = 4;
const Accept = 'text/event-stream';
const JSON_BODY = { 'Content-Type': 'application/json' };

/** A problem as the service words it, or one the service could not tell of because it was not reached. */
export class ServiceProblem extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/**
 * A problem found on this side. Its title and action are the panel's own words (`problem_<code>_title`, `_action`).
 *
 * @param {'service_unreachable' | 'offline' | 'wrong_service'} code
 * @param {string} detail
 * @returns {ServiceProblem}
 */
function ownProblem(code, detail) {
  const type = `urn:takeaways:problem:${code}`;
  return new ServiceProblem({ type, code, title: '', status: 0, detail, action: '', retryable: true, retry_after: null });
}

/** @type {Pause} */
const pauseFor = (ms, signal) =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), reject(signal.reason)), { once: true });
  });

/**
 * @param {{base: string, token?: () => string | null, pause?: Pause, silence?: number}} options
 *   `base` is the service's address with the slash at its end; tests set the clock by `pause` and `silence` (ms).
 */
export function createService({ base, token = () => null, pause = pauseFor, silence = SILENCE }) {
  const { host, hostname } = new URL(base);

  /**
   * @param {string} path
   * @param {RequestInit & {headers?: Record<string, string>}} [init]
   * @returns {Promise<Response>} of a 2xx status
   */
  async function call(path, init = {}) {
    const secret = token();
    const headers = { ...init.headers, ...(secret ? { Authorization: `Bearer ${secret}` } : {}) };
    let response;
    try {
      response = await fetch(new URL(path, base), { ...init, headers });
    } catch (err) {
      // Who stopped it knows; that time ran out is for the reader to know.
      if (init.signal?.aborted && init.signal.reason?.name !== 'TimeoutError') throw init.signal.reason;
      const offline = !isLoopback(hostname) && globalThis.navigator?.onLine === false;
      throw Object.assign(ownProblem(offline ? 'offline' : 'service_unreachable', host), { cause: err });
    }
    if (response.ok) return response;
    const kind = response.headers.get('content-type') ?? '';
    if (!kind.includes('application/problem+json')) throw ownProblem('wrong_service', `${host}: ${response.status}`);
    throw new ServiceProblem(await response.json());
  }

  /**
   * @param {Response} response of a 2xx status
   * @returns {Promise<any>} its JSON
   */
  async function json(response) {
    try {
      return await response.json();
    } catch (err) {
      throw Object.assign(ownProblem('wrong_service', host), { cause: err });
    }
  }

  /**
   * Read one answer's events to the end of the stream.
   *
   * @param {Response} response
   * @param {(event: Event, id: string) => boolean} deliver says whether it was the last
   * @param {AbortController} line breaks the connection the response came by
   * @returns {Promise<number | null>} the pause in ms the server asks for, if it does
   */
  async function drain(response, deliver, line) {
    if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      throw ownProblem('wrong_service', host);
    }
    const parser = createParser();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let timer;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => line.abort(), silence);
    };
    const stream = messages(response.body, parser, alive);
    alive();
    try {
      for (;;) {
        const step = await stream.next().catch(() => null); // null: the line broke; what was read is read
        if (!step || step.done || deliver(parse(step.value.data), step.value.id)) break;
      }
    } finally {
      clearTimeout(timer);
      void stream.return();
    }
    return parser.retry;
  }

  /** @param {string} data @returns {Event} */
  function parse(data) {
    try {
      return JSON.parse(data);
    } catch (err) {
      throw Object.assign(ownProblem('wrong_service', host), { cause: err });
    }
  }

  return {
    /**
     * Ask for a summary and follow it to its end, over lost connections and restarts.
     *
     * @param {Request} request
     * @param {{signal: AbortSignal, event: (event: Event, id: string) => void, after?: {job: string, id: string}}} reader
     *   `after` takes up a job that somebody followed to this event's id, where the service still knows it
     * @returns {Promise<void>} when a `summary` or `failed` event has been delivered
     * @throws {ServiceProblem}
     */
    async read(request, { signal, event, after: known }) {
      const body = JSON.stringify(request);
      let job = known?.job ?? '';
      let last = known?.id ?? '';
      let losses = 0;
      let posts = 0;
      for (;;) {
        let ended = false;
        const line = new AbortController();
        const both = AbortSignal.any([signal, line.signal]);
        /** @type {number | null} */
        let after = null;
        try {
          const resumed = job && last ? { 'Last-Event-ID': last } : null;
          if (!resumed && ++posts > POSTS) throw ownProblem('service_unreachable', host);
          const response = resumed
            ? await call(`api/v1/jobs/${encodeURIComponent(job)}/events`, { headers: { Accept, ...resumed }, signal: both })
            : await call('api/v1/summaries', { method: 'POST', headers: { Accept, ...JSON_BODY }, body, signal: both });
          const asked = await drain(
            response,
            (came, id) => {
              losses = 0;
              last = id;
              if (came.type === 'stage') job = came.job;
              if (came.type === 'retry') after = came.after * 1000;
              ended ||= came.type === 'summary' || came.type === 'failed';
              event(came, id);
              return ended;
            },
            line,
          );
          signal.throwIfAborted();
          after ??= asked;
        } catch (err) {
          if (!(err instanceof ServiceProblem)) throw err;
          const code = err.problem.code;
          if (job && last && (code === 'job_unknown' || code === 'job_gone')) {
            job = last = '';
            continue;
          }
          // Before anything was read the reader is told at once; later the service may only be restarting.
          if (code !== 'service_unreachable' || !last || losses >= BACKOFF.length) throw err;
        }
        if (ended) return;
        if (losses >= BACKOFF.length) throw ownProblem('service_unreachable', host);
        await pause(after ?? /** @type {number} */ (BACKOFF[losses]), signal);
        losses += 1;
      }
    },

    /**
     * Stop a job; it goes on when somebody else reads it.
     *
     * @param {string} job
     */
    async stop(job) {
      await call(`api/v1/jobs/${encodeURIComponent(job)}`, { method: 'DELETE' });
    },

    /**
     * @param {Blob} file
     * @param {AbortSignal} [signal]
     * @returns {Promise<string>} `sha256:…`, which is then asked for as a `url`
     */
    async upload(file, signal) {
      const response = await call('api/v1/uploads', { method: 'POST', headers: { 'Content-Type': file.type }, body: file, signal });
      return (await json(response)).id;
    },

    /**
     * What is known of papers at once: from the cache or from abstracts, never by a model.
     *
     * @param {string[]} urls up to 250; none asks only whether the service is there and takes the token
     * @param {{cachedOnly: boolean, signal?: AbortSignal}} how
     * @returns {Promise<Row[]>} in the order of the urls
     */
    async takeaways(urls, { cachedOnly, signal }) {
      const body = JSON.stringify({ urls, cached_only: cachedOnly });
      const rows = await json(await call('api/v1/takeaways', { method: 'POST', headers: JSON_BODY, body, signal }));
      if (!Array.isArray(rows) || rows.length !== urls.length) throw ownProblem('wrong_service', host);
      return rows;
    },

    /**
     * A finished summary as a file.
     *
     * @param {string} id
     * @param {'md' | 'bib'} form
     * @param {string} language of the headings
     * @returns {Promise<string>}
     */
    async text(id, form, language) {
      const response = await call(`api/v1/summaries/${encodeURIComponent(id)}.${form}?language=${encodeURIComponent(language)}`);
      return response.text();
    },
  };
}
