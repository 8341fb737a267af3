/**
 * What the extension's parts say to one another: every message, and nothing but a typed way to send it.
 *
 * To the background, one answer each. An answer may be a problem instead: `ask` throws it.
 *
 * @typedef {import('./settings.js').Settings} Settings
 * @typedef {import('./wire.js').Event} Event
 * @typedef {import('./wire.js').Problem} Problem
 * @typedef {import('./wire.js').Request} Request
 * @typedef {import('./wire.js').Row} Row
 * @typedef {Omit<Settings, 'token'>} PublicSettings what a content script may know
 *
 * @typedef {'ok' | 'not_running' | 'wrong_token' | 'something_else' | 'no_permission' | 'too_old' | 'bad_address' | 'trouble'} Says
 *   the connection's state in one word; `trouble` is any other problem of the service, which comes along
 *
 * @typedef {{
 *   takeaways: {urls: string[], cachedOnly: boolean},
 *   text: {id: string, form: 'md' | 'bib', language: string},
 *   settings: {},
 *   open: {what: 'options'},
 *   test: {server: string, token: string},
 *   upload: {blob: string}
 * }} Asked `test` and `upload` (a `blob:` address) are the extension's own pages' only
 * @typedef {{
 *   takeaways: {rows: Row[]}, text: {text: string}, settings: {settings: PublicSettings}, open: {},
 *   test: {says: Says, problem?: Problem}, upload: {id: string}
 * }} Answers `rows` are in the order of the urls
 * @typedef {keyof Asked} Type
 * @typedef {{[T in Type]: {type: T} & Asked[T]}[Type]} Message
 *
 * Over a port named `read`, one paper a port; the reader is the part that shows it. It pings every 20 s while it waits (Firefox counts a port's messages as a
 * sign of life, not the events of a stream), and connects and reads again where the port disconnects.
 *
 * @typedef {{job: string, id: string}} After the job of the last `stage` event and the last event's id: what came before is not sent again
 * @typedef {{type: 'read', request: Request, after?: After} | {type: 'ping'} | {type: 'stop', job: string | null}} FromReader
 *   a request without a language is asked in the settings'; `stop` ends with the problem `cancelled`
 * @typedef {{type: 'event', id: string, event: Event} | {type: 'problem', problem: Problem}} ToReader
 *
 * To the content script of a tab (its main frame), which answers {} when it has done so.
 *
 * @typedef {{type: 'toggle'} | {type: 'show', url: string} | {type: 'where'}} ToPage `toggle`: the toolbar was clicked;
 *   `show`: read this paper in the overlay; `where` is answered by the page's address, {url}
 */

/** A problem that came instead of an answer. */
export class Refused extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title || problem.code);
    this.problem = problem;
  }
}

/**
 * Ask the background.
 *
 * @template {Type} T
 * @param {{type: T} & Asked[T]} message
 * @returns {Promise<Answers[T]>}
 * @throws {Refused} with the problem; any other error means that there is no background any more (the extension was reloaded)
 */
export async function ask(message) {
  const answer = await chrome.runtime.sendMessage(message);
  if (answer === undefined) throw new Error(`nobody answers ${message.type}`);
  // `test` answers with a problem among other things: that one is what was asked for.
  if (answer.problem && !('says' in answer)) throw new Refused(answer.problem);
  return answer;
}

/**
 * Tell a tab's content script.
 *
 * @param {number} tab
 * @param {ToPage} message
 * @returns {Promise<any>}
 * @throws {Error} where none answers
 */
export async function tell(tab, message) {
  const answer = await chrome.tabs.sendMessage(tab, message, { frameId: 0 });
  if (answer === undefined) throw new Error(`the page of tab ${tab} does not answer ${message.type}`);
  return answer;
}
