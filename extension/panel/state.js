/**
 * Events -> state: a pure reducer. What is unchanged keeps its identity, so that only what changed is drawn again.
 *
 * @typedef {import('../lib/wire.js').Event} Event
 * @typedef {import('../lib/wire.js').Claim} Claim
 * @typedef {import('../lib/wire.js').NotePart} NotePart
 * @typedef {import('../lib/wire.js').Paper} Paper
 * @typedef {import('../lib/wire.js').Problem} Problem
 * @typedef {import('../lib/wire.js').StageEvent} StageEvent
 * @typedef {import('../lib/wire.js').Summary} Summary
 * @typedef {Claim | {text: string, evidence: null, state: 'checking', reason: null}} DraftClaim a claim being written
 * @typedef {{
 *   one_sentence: DraftClaim | null, takeaways: DraftClaim[], keywords: string[], title_translation: string | null,
 *   note: Partial<Record<NotePart, DraftClaim[]>>
 * }} Draft
 * @typedef {{
 *   phase: 'idle' | 'waiting' | 'running' | 'done' | 'failed', words: string, epoch: string | null, seq: number,
 *   job: string | null, stage: StageEvent | null, writing: boolean, part: {n: number, of: number} | null, retry: number | null, paper: Paper | null, preview: Summary | null,
 *   draft: Draft | null, summary: Summary | null, id: string | null, problem: Problem | null
 * }} State
 */

/** @type {NotePart[]} */
export const NOTE_PARTS = [
  'background', 'prior_work', 'method', 'results', 'steps',
  'significance', 'innovation', 'performance', 'workload', 'limitations',
]; // prettier-ignore

/** @type {State} */
export const IDLE = Object.freeze({
  phase: 'idle', words: '', epoch: null, seq: 0, job: null, stage: null, writing: false, part: null, retry: null, paper: null,
  preview: null, draft: null, summary: null, id: null, problem: null,
}); // prettier-ignore

/** @type {Draft} */
const EMPTY_DRAFT = Object.freeze({ one_sentence: null, takeaways: [], keywords: [], title_translation: null, note: {} });

/** Beyond any summary: a place in a list that only a fault or an attack would name. */
const MOST = 500;

/**
 * @param {string} words what is being waited for
 * @returns {State}
 */
export function waiting(words) {
  return { ...IDLE, phase: 'waiting', words };
}

/**
 * @param {State} state
 * @param {Problem} problem
 * @returns {State} with what is still true kept: the preview, and the claims that were checked
 */
export function failed(state, problem) {
  return { ...state, phase: 'failed', problem, draft: state.draft && settled(state.draft), writing: false, stage: null, part: null, retry: null };
}

/**
 * @param {Draft} draft
 * @returns {Draft | null} without claims that are half written; null where none is whole
 */
function settled(draft) {
  const whole = (/** @type {DraftClaim | null | undefined} */ claim) => Boolean(claim && claim.state !== 'checking');
  const one_sentence = whole(draft.one_sentence) ? draft.one_sentence : null;
  const takeaways = draft.takeaways.filter(whole);
  const note = Object.fromEntries(Object.entries(draft.note).map(([part, claims]) => [part, claims.filter(whole)]));
  if (!one_sentence && !takeaways.length && !Object.values(note).some((claims) => claims.length)) return null;
  return { ...draft, one_sentence, takeaways, note };
}

/**
 * The state after an event.
 *
 * @param {State} state
 * @param {Event} event
 * @param {string} [id] `<epoch>-<seq>`; an event seen before changes nothing, one of another epoch starts anew
 * @returns {State}
 */
export function reduce(state, event, id = '') {
  const at = /^(.+)-(\d+)$/.exec(id);
  if (at) {
    const [, epoch = '', seq = ''] = at;
    if (epoch === state.epoch && Number(seq) <= state.seq) return state;
    if (state.epoch !== null && epoch !== state.epoch) state = IDLE;
    state = { ...state, epoch, seq: Number(seq) };
  }
  const running = /** @type {State} */ ({ ...state, phase: 'running', retry: null, problem: null });
  switch (event.type) {
    case 'stage':
      return { ...running, stage: event, job: event.job };
    case 'paper':
      return { ...running, paper: event.paper };
    case 'preview':
      return { ...running, preview: event.summary, paper: event.summary.paper };
    case 'part':
      return { ...running, part: { n: event.n, of: event.of } };
    case 'delta':
      return { ...running, part: null, writing: running.writing || Boolean(event.text), draft: written(state.draft ?? EMPTY_DRAFT, event.path, event.text, event.claim) };
    case 'summary':
      return {
        ...running, phase: 'done', summary: event.summary, id: event.id, paper: event.summary.paper,
        preview: null, draft: null, stage: null, writing: false, part: null,
      }; // prettier-ignore
    case 'failed':
      return failed(running, event.problem);
    case 'retry':
      return { ...running, retry: event.after };
    default:
      return state; // an event of a newer service
  }
}

/**
 * @param {DraftClaim | null | undefined} old
 * @param {string} text
 * @param {Claim | null} claim
 * @returns {DraftClaim}
 */
function grown(old, text, claim) {
  return claim ?? { text: (old?.text ?? '') + text, evidence: null, state: 'checking', reason: null };
}

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 * @param {(old: T | undefined) => T} change
 * @returns {T[]}
 */
function withItem(list, index, change) {
  const copy = list.slice();
  copy[index] = change(list[index]);
  return copy;
}

/**
 * A draft with a delta applied: text is appended at its path, a whole claim takes its place.
 *
 * @param {Draft} draft
 * @param {string} path JSON pointer (RFC 6901) into a Summary; any other changes nothing
 * @param {string} text
 * @param {Claim | null} claim
 * @returns {Draft}
 */
function written(draft, path, text, claim) {
  const [, field = '', ...rest] = path.split('/');
  const part = field === 'note' ? /** @type {NotePart} */ (rest.shift()) : null;
  const index = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) : -1;
  const listed = index >= 0 && index < MOST;
  /** @param {DraftClaim | undefined} old */
  const change = (old) => grown(old, text, claim);
  if (field === 'one_sentence') return { ...draft, one_sentence: grown(draft.one_sentence, text, claim) };
  if (field === 'title_translation') return { ...draft, title_translation: (draft.title_translation ?? '') + text };
  if (field === 'keywords' && listed) {
    return { ...draft, keywords: withItem(draft.keywords, index, (old) => (old ?? '') + text) };
  }
  if (field === 'takeaways' && listed) return { ...draft, takeaways: withItem(draft.takeaways, index, change) };
  if (part && NOTE_PARTS.includes(part) && listed) {
    return { ...draft, note: { ...draft.note, [part]: withItem(draft.note[part] ?? [], index, change) } };
  }
  return draft;
}
