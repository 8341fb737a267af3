/**
 * The overlay: the panel over the page, docked at its side; a sheet where there is no side. It does not take the page away: a
 * non-modal dialog.
 *
 * @typedef {import('../lib/wire.js').Summary} Summary
 * @typedef {import('../panel/render/context.js').Action} Action
 * @typedef {import('./page.js').PaperRef} PaperRef
 * @typedef {{title?: string, abstract?: string, summary?: Summary | null, onPage?: boolean}} Known of a paper before it is asked
 *   for; `onPage`: the page shows its title and authors
 *
 * @typedef {object} Overlay
 * @property {(paper: PaperRef, known?: Known) => void} open
 * @property {() => void} close
 * @property {PaperRef | null} paper that is being shown
 */
import { ask } from '../lib/messages.js';
import { paperOf } from '../lib/reference.js';
import { createPanel } from '../panel/panel.js';
import { copyText } from './clipboard.js';
import { showEvidence } from './evidence.js';
import { ownProblem, readOverPort } from './port.js';
import { localPreview } from './preview.js';
import { createSurface, followTheme, raise } from './surface.js';

const CSS = `
:host {
  display: block !important; position: fixed !important; z-index: 2147483647 !important;
  inset: 0 0 0 auto !important; inline-size: min(420px, 100%) !important;
}
.dialog { box-sizing: border-box; block-size: 100%; overflow: hidden; background: light-dark(#fff, #17181a); border-inline-start: 1px solid light-dark(#dcd9d1, #3a3d42);
  box-shadow: 0 0 28px light-dark(#0000002e, #0009); }
@media (max-width: 560px) {
  :host { inset: auto 0 0 0 !important; inline-size: 100% !important; block-size: 88% !important; }
  .dialog { border: 0; border-block-start: 1px solid light-dark(#dcd9d1, #3a3d42); border-radius: 12px 12px 0 0; }
}
@media (prefers-reduced-motion: no-preference) {
  .dialog { animation: come .16s ease-out; }
  @keyframes come { from { opacity: 0; transform: translateX(16px); } }
  @media (max-width: 560px) { @keyframes come { from { opacity: 0; transform: translateY(16px); } } }
}
`;

/** @returns {Element | null} what has the focus, in whatever shadow root */
function focused() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/**
 * @param {object} parts
 * @param {import('../lib/words.js').Words} parts.t
 * @param {() => {language: string, theme: import('./surface.js').Theme}} parts.settings
 * @param {(open: boolean) => void} [parts.changed]
 * @returns {Overlay}
 */
export function createOverlay({ t, settings, changed = () => {} }) {
  /** @type {{paper: PaperRef, host: HTMLElement, gone: AbortController, before: Element | null} | null} */
  let current = null;

  function close() {
    if (!current) return;
    const { gone, before, host } = current;
    const inside = document.activeElement === host;
    current = null;
    gone.abort();
    if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    changed(false);
  }

  /** @param {PaperRef} paper @param {Known} [known] */
  function open(paper, known = {}) {
    const before = current?.before ?? focused();
    current?.gone.abort();
    const gone = new AbortController();
    const { signal } = gone;
    const { language, theme } = settings();
    const { host, root } = createSurface('takeaways-overlay', CSS, signal);
    followTheme(host, theme, signal);
    const dialog = document.createElement('div');
    dialog.className = 'dialog';
    for (const [name, value] of Object.entries({ role: 'dialog', 'aria-modal': 'false', 'aria-label': t('panel_name') })) dialog.setAttribute(name, value);
    root.append(dialog);
    const preview = known.summary
      ? /** @type {const} */ ({ type: 'preview', summary: known.summary })
      : localPreview(paper, known.title ?? '', known.abstract ?? '');
    /** @type {ReturnType<typeof readOverPort> | null} */
    let reader = null;
    /** @type {AbortController} */
    let reading;

    const panel = createPanel(dialog, { t, send, language, signal, showPaper: !known.onPage, askToken: false });

    /** @param {boolean} refresh */
    function read(refresh) {
      reading?.abort();
      reading = new AbortController();
      panel.waiting('');
      if (preview) panel.event(preview);
      reader = readOverPort({ url: paper.url, language, depth: 'full', refresh }, {
        signal: AbortSignal.any([signal, reading.signal]),
        problem: panel.problem,
        event(event, id) {
          panel.event(event, id);
          // A service that started anew has nothing to show yet; what stands on the page still does.
          const { preview: shown, draft, phase } = panel.state;
          if (preview && !shown && !draft && phase === 'running') panel.event({ ...preview, summary: { ...preview.summary, paper: panel.state.paper ?? preview.summary.paper } });
        },
      }); // prettier-ignore
    }

    /** @param {Action} action */
    async function send(action) {
      if (action.type === 'close') close();
      else if (action.type === 'retry') read(false);
      else if (action.type === 'regenerate') read(true);
      else if (action.type === 'read') open(paperOf(action.url) ?? { id: `url:${action.url}`, url: action.url });
      else if (action.type === 'stop') reader?.stop(action.job);
      else if (action.type === 'reload') location.reload();
      else if (action.type === 'options') await ask({ type: 'open', what: 'options' }).catch(() => panel.problem(ownProblem('extension_gone')));
      else if (action.type === 'copy_text') await copyText(action.text, dialog);
      else if (action.type === 'copy') await copyText((await ask({ type: 'text', id: action.id, form: action.form, language })).text, dialog);
    }

    // The page's shortcuts are not for who types or presses Enter in here.
    for (const type of ['keydown', 'keypress', 'keyup']) dialog.addEventListener(type, (event) => event.stopPropagation());
    dialog.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      close();
    });
    window.addEventListener(
      'keydown',
      (event) => {
        // With the focus nowhere Esc is ours; anywhere else it is the page's.
        if (event.key === 'Escape' && !event.defaultPrevented && (!document.activeElement || document.activeElement === document.body)) close();
      },
      { signal },
    );
    dialog.addEventListener('click', showEvidence);

    current = { paper, host, gone, before };
    raise(host);
    read(false);
    const closer = dialog.querySelector('[data-key="close"]');
    if (closer instanceof HTMLElement) closer.focus({ preventScroll: true });
    changed(true);
  }

  return {
    open,
    close,
    get paper() {
      return current?.paper ?? null;
    },
  };
}
