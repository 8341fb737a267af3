/**
 * Takeaways of a paper whose link is rested on, by mouse or keyboard: one card, which never costs money.
 *
 * @typedef {import('../../lib/wire.js').Problem} Problem
 * @typedef {import('../overlay.js').Known} Known
 * @typedef {import('../page.js').PaperRef} PaperRef
 * @typedef {{link: HTMLAnchorElement, paper: PaperRef, title: string, pointer: {x: number, y: number} | null}} Rest
 */
import { paperOf } from '../../lib/reference.js';
import { tokens } from '../../panel/style/tokens.js';
import { samePaper, titleNear } from '../page.js';
import { createSurface, followTheme, raise } from '../surface.js';
import { CSS, fullCard, problemCard, titleCard } from './card.js';
import { createDescription } from './describe.js';
import { placeCard } from './place.js';
import { createTiming } from './timing.js';

/** As tall as a card becomes: where nothing is known yet, room for it is looked for before it is filled. */
const TALL = 330;
const WIDE = 360;
/** After the service was not there, nobody is told so again for a while, in ms. */
const QUIET = 30_000;

/**
 * @param {object} parts
 * @param {import('../../lib/words.js').Words} parts.t
 * @param {import('../rows.js').Rows} parts.rows
 * @param {PaperRef | null} parts.own the page's paper: its own links need no card
 * @param {() => {hover: boolean, theme: import('../surface.js').Theme}} parts.settings
 * @param {(paper: PaperRef) => PaperRef[]} parts.companions which are asked for in the same request
 * @param {(paper: PaperRef, known: Known) => void} parts.open
 * @param {(fault: unknown) => Problem} parts.problemOf
 * @param {AbortSignal} parts.signal
 */
export function startHover({ t, rows, own, settings, companions, open, problemOf, signal }) {
  /** @type {WeakMap<HTMLAnchorElement, Rest>} */
  const rests = new WeakMap();
  const description = createDescription();
  /** @type {{link: HTMLAnchorElement, card: HTMLElement, host: HTMLElement, root: ShadowRoot, gone: AbortController} | null} */
  let up = null;
  let quietUntil = 0;

  /** @type {import('./timing.js').Moments<Rest>} */
  const moments = {
    fetch: ({ paper }) => void rows.get(paper, companions(paper)).catch(() => {}), // told by the card, when it is shown
    show: (rest) => void show(rest),
    hide,
  };
  const timing = createTiming(moments);

  function hide() {
    const card = up;
    up = null;
    const focused = Boolean(card?.root.activeElement);
    description.stop();
    card?.gone.abort();
    // What had the focus is gone with the card: it goes back to where it came from.
    if (focused) card?.link.focus({ preventScroll: true });
  }

  /** @param {Rest} rest */
  async function show(rest) {
    const { link, paper, title } = rest;
    const gone = new AbortController();
    const { host, root } = createSurface('takeaways-card', tokens + CSS, gone.signal);
    followTheme(host, settings().theme, gone.signal);
    const card = document.createElement('section');
    card.className = 'panel card';
    card.setAttribute('role', 'dialog');
    card.lang = t('@@ui_locale').replace('_', '-');
    card.setAttribute('aria-label', t('card_name'));
    root.append(card);
    const mine = (up = { link, card, host, root, gone });
    const row = rows.known(paper);
    /** @param {Known} known */
    const openIt = (known) => {
      timing.dismiss();
      open(paper, known);
    };
    const fill = (/** @type {import('../../lib/wire.js').Row | undefined} */ found) => {
      card.setAttribute('aria-busy', 'false');
      const { summary } = found ?? {};
      if (summary) {
        card.replaceChildren(...fullCard(summary, title, t, () => openIt({ title, summary: summary.making.depth === 'quick' ? summary : null })));
        description.say(link, summary.one_sentence?.text ?? title);
      } else card.replaceChildren(...problemCard(title, found?.problem ?? null, t, () => openIt({ title })));
    };
    if (row) fill(row);
    else {
      card.setAttribute('aria-busy', 'true');
      card.replaceChildren(...titleCard(title, t, () => openIt({ title })));
    }
    raise(host);
    const view = document.documentElement;
    const height = row ? card.offsetHeight : TALL;
    const { left, top, bottom } = placeCard([...link.getClientRects()], rest.pointer, { width: WIDE, height }, { width: view.clientWidth, height: innerHeight });
    const at = new CSSStyleSheet();
    at.replaceSync(`:host { inset: ${top === null ? 'auto' : `${top}px`} auto ${bottom === null ? 'auto' : `${bottom}px`} ${left}px !important; }`);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, at];
    if (row) return;
    try {
      const found = await rows.get(paper);
      if (up === mine) fill(found);
    } catch (err) {
      const problem = problemOf(err);
      if (/^(service_unreachable|offline|extension_gone)$/.test(problem.code)) quietUntil = Date.now() + QUIET;
      if (up === mine) fill({ url: paper.url, id: null, status: 'failed', summary: null, problem });
    }
  }

  /** @param {EventTarget | null} target @param {Rest['pointer']} pointer @returns {Rest | null} */
  function restOn(target, pointer) {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement) || !settings().hover || Date.now() < quietUntil) return null;
    const paper = paperOf(link.href);
    if (!paper || samePaper(paper, own)) return null;
    const before = rests.get(link);
    if (before?.paper.id === paper.id) {
      before.pointer = pointer;
      return before;
    }
    const rest = { link, paper, pointer, title: titleNear(link) || paper.id.replace('arxiv:', 'arXiv:') };
    rests.set(link, rest);
    return rest;
  }

  /** @param {EventTarget | null} target */
  const onCard = (target) => up !== null && target === up.host;

  document.addEventListener(
    'pointerover',
    (event) => {
      if (event.pointerType !== 'mouse' || event.buttons) return;
      if (onCard(event.target)) return timing.stay();
      const rest = restOn(event.target, { x: event.clientX, y: event.clientY });
      if (rest) timing.enter(rest);
      else timing.leave();
    },
    { signal, passive: true },
  );
  document.documentElement.addEventListener('pointerleave', () => timing.leave(), { signal });
  document.addEventListener(
    'focusin',
    ({ target }) => {
      if (onCard(target)) return timing.stay();
      const rest = target instanceof Element && target.matches(':focus-visible') ? restOn(target, null) : null;
      if (rest) timing.enter(rest);
    },
    { signal },
  );
  document.addEventListener('focusout', ({ relatedTarget }) => !onCard(relatedTarget) && timing.leave(), { signal });
  document.addEventListener('pointerdown', ({ target }) => !onCard(target) && timing.dismiss(), { signal, capture: true });
  document.addEventListener('scroll', () => timing.dismiss(), { signal, capture: true, passive: true });
  window.addEventListener('blur', () => timing.dismiss(), { signal });
  window.addEventListener('resize', () => timing.dismiss(), { signal });
  window.addEventListener(
    'keydown',
    (event) => {
      const link = timing.shown?.link;
      if (!link || !up) return;
      const inside = up.root.activeElement !== null;
      if (event.key === 'Escape') {
        // The card goes; the focus, and whatever else Esc would close, stay.
        event.preventDefault();
        event.stopPropagation();
        timing.dismiss();
      } else if (event.key === 'Tab' && !event.shiftKey && document.activeElement === link) {
        event.preventDefault();
        up.card.querySelector('button')?.focus();
      } else if (event.key === 'Tab' && inside) {
        // Onwards from the link, as if the card stood behind it.
        if (event.shiftKey) event.preventDefault();
        link.focus();
        if (!event.shiftKey) timing.dismiss();
      }
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', timing.dismiss, { once: true });
}
