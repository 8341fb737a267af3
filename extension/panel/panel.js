/**
 * The one renderer of events: overlay, side panel, sidebar and the service's own page show a paper with it.
 *
 *     const panel = createPanel(shadowRoot, { t, send, language, links, signal, showPaper });
 *     panel.waiting('Reading the paper…');
 *     panel.event(event, id);
 *
 * @typedef {import('../lib/wire.js').Event} Event
 * @typedef {import('../lib/wire.js').Problem} Problem
 * @typedef {import('./render/context.js').Context} Context
 * @typedef {import('./state.js').State} State
 * @typedef {import('./view.js').View} View
 *
 * @typedef {object} Options
 * @property {import('../lib/words.js').Words} t the words (`chrome.i18n.getMessage`, or lib/words.js)
 * @property {(action: import('./render/context.js').Action) => unknown} send what the reader wants done
 * @property {string} language of the summary asked for (BCP 47)
 * @property {Context['linkTo']} [links] where evidence can be opened; links.js where nothing is given
 * @property {AbortSignal} [signal] takes the panel away
 * @property {boolean} [showPaper] false where the page beside it shows title and authors already
 * @property {boolean} [askToken] false on a page that is not ours: its scripts could read what is typed into the panel
 * @property {'frame' | 'page'} [surface] `frame` fills its host and scrolls inside; `page` flows with its page
 *
 * @typedef {{
 *   event: (event: Event, id?: string) => void, problem: (problem: Problem) => void,
 *   waiting: (words: string) => void, reset: () => void, readonly state: State
 * }} Panel
 */
import { h } from './dom.js';
import { createFormulas } from './formulas.js';
import { evidenceLink } from './links.js';
import { connect } from './render/connect.js';
import { foot } from './render/foot.js';
import { header } from './render/header.js';
import { keywords } from './render/keywords.js';
import { making } from './render/making.js';
import { note } from './render/note.js';
import { notices } from './render/notices.js';
import { paper } from './render/paper.js';
import { problem } from './render/problem.js';
import { sentence } from './render/sentence.js';
import { takeaways } from './render/takeaways.js';
import { unverified } from './render/unverified.js';
import { waiting as waitingPiece } from './render/waiting.js';
import { createSlots } from './slots.js';
import { failed, IDLE, reduce, waiting } from './state.js';
import { adopt } from './style/style.js';
import { view } from './view.js';

/**
 * Each piece with what it is drawn from: it is drawn again when one of these is another value than before.
 *
 * @type {Record<'bar' | 'body' | 'after', import('./slots.js').Piece[]>}
 */
const PIECES = {
  bar: [{ draw: header, uses: () => [] }],
  body: [
    { draw: problem, uses: (v) => [v.state.problem] },
    { draw: paper, uses: (v) => [v.state.paper, v.translation, v.making?.language, v.state.phase] },
    { draw: waitingPiece, uses: (v) => [v.source !== null, v.state.phase, v.state.words, v.state.paper !== null] },
    { draw: notices, uses: (v) => [v.source, v.making, v.coverage, v.flags, v.state.paper] },
    { draw: sentence, uses: (v) => [v.sentence, v.source, v.making, v.coverage, v.state.phase, v.state.writing] },
    { draw: takeaways, uses: (v) => [v.making, v.coverage, v.firm, ...v.takeaways] },
    { draw: note, uses: (v) => [v.source, v.making, v.coverage, ...Object.values(v.note ?? {}).flatMap((part) => [null, ...part])] },
    { draw: keywords, uses: (v) => v.keywords },
    { draw: unverified, uses: (v) => [v.making, v.coverage, ...v.unverified] },
    { draw: making, uses: (v) => [v.source, v.making, v.coverage] },
  ],
  after: [
    { draw: connect, uses: (v) => [v.state.phase] },
    { draw: foot, uses: (v) => [v.state.phase, v.source, v.state.problem, v.state.stage, v.state.retry, v.state.words, v.state.id, v.making, v.coverage] },
  ],
};

/**
 * @param {HTMLElement | ShadowRoot} root
 * @param {Options} options
 * @returns {Panel}
 */
export function createPanel(root, { t, send, language, links = evidenceLink, signal, showPaper = true, askToken = true, surface = 'frame' }) {
  const locale = t('@@ui_locale').replace('_', '-');
  const unadopt = adopt(root.getRootNode());
  const status = h('p', { class: 'hidden', role: 'status' });
  const body = h('div', { class: 'body' });
  const panel = h('section', { class: 'panel', lang: locale, 'data-surface': surface, 'aria-label': t('panel_name') });
  /** @type {State} */
  let state = IDLE;
  /** @type {Context} */
  const ctx = {
    t, locale, language, surface, showPaper, askToken, send, linkTo: links,
    open: new Map(),
    wording: createFormulas(() => draw(true)),
    drawn: new WeakMap(),
    hold: false,
    announce: (words) => void (status.textContent = words),
    redraw: () => draw(true),
  }; // prettier-ignore
  const bar = createSlots(panel, PIECES.bar);
  panel.append(body);
  const slots = createSlots(body, PIECES.body);
  const after = createSlots(panel, PIECES.after);
  panel.append(status);

  /**
   * @param {boolean} [all] whether what the reader folds has changed: everything is drawn again
   * @param {boolean} [ending] whether the text has just been written to its end
   */
  function draw(all = false, ending = false) {
    const scroller = surface === 'frame' ? body : document.scrollingElement;
    const top = scroller?.scrollTop ?? 0;
    const shown = view(state);
    const busy = state.phase === 'running' || state.phase === 'waiting';
    panel.toggleAttribute('data-idle', state.phase === 'idle');
    body.setAttribute('aria-busy', String(busy));
    ctx.hold = busy || ending;
    for (const part of [bar, slots, after]) part.draw(shown, ctx, all);
    if (scroller && scroller.scrollTop !== top) scroller.scrollTop = top;
  }

  /** @param {State} next */
  function become(next) {
    if (next === state) return;
    const before = state;
    state = next;
    if (before.phase !== 'failed' && next.phase === 'failed' && next.problem) {
      ctx.announce(t(`problem_${next.problem.code}_title`) || next.problem.title);
    }
    if (next.phase === 'done' && before.phase !== 'done') ctx.announce(t('ready'));
    if (next.phase === 'waiting') ctx.announce('');
    // Once, and not its letters.
    if (next.writing && !before.writing) ctx.announce(t('being_written'));
    // What takes the whole preview's place at once, with words above it, is drawn as it is.
    draw(false, before.phase === 'running' && next.summary?.making.engine !== 'embedded');
  }

  // Folding is the reader's: remembered by the piece's name, so that drawing again does not undo it.
  panel.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.dataset.key && target.isConnected) ctx.open.set(target.dataset.key, target.open);
    },
    { capture: true },
  );
  signal?.addEventListener('abort', () => (panel.remove(), unadopt()), { once: true });
  root.append(panel);
  draw();

  return {
    get state() {
      return state;
    },
    event: (event, id) => become(reduce(state, event, id)),
    problem: (found) => become(failed(state, found)),
    waiting(words) {
      ctx.open.clear();
      become(waiting(words));
    },
    reset() {
      ctx.open.clear();
      become(IDLE);
    },
  };
}
