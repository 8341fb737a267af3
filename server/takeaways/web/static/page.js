/**
 * The service's own page: asks for a paper, hands its events to the panel, does what the panel's reader wants done.
 *
 * @typedef {import('/assets/panel/render/context.js').Action} Action
 */
import { acceptFiles } from '/assets/lib/files.js';
import { createService, ServiceProblem } from '/assets/lib/service.js';
import { interfaceLocale, loadWords, LOCALES } from '/assets/lib/words.js';
import { evidenceLink } from '/assets/panel/links.js';
import { createPanel } from '/assets/panel/panel.js';
import { copyText } from '/static/copy.js';
import { fillLanguages } from '/static/languages.js';

/** @template {Element} T @param {string} id @param {new () => T} type @returns {T} */
function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

const form = element('ask', HTMLFormElement);
const field = element('url', HTMLInputElement);
const languages = element('language', HTMLSelectElement);
const place = element('panel', HTMLElement);
const root = place.attachShadow({ mode: 'open' });
const service = createService({ base: `${location.origin}/`, token: () => sessionStorage.getItem('token') });

// All words at once: the service may be gone when the reader turns to another language, and the page must still say so.
const loading = Promise.all(LOCALES.map((locale) => loadWords('/assets/_locales/', locale)));

/** The page's words: in the summary's language where there are words in it, else in the browser's. */
async function words() {
  const all = await loading;
  return /** @type {typeof all[number]} */ (all[LOCALES.indexOf(interfaceLocale(languages.value, navigator.language))]);
}

/** @param {import('/assets/lib/words.js').Words} t */
function translate(t) {
  document.documentElement.lang = t('@@ui_locale').replace('_', '-');
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.getAttribute('data-t') ?? '');
}

/** @typedef {{url: string, file: Blob & {name?: string} | null}} Asked */

/**
 * One paper on the page: everything of it ends with its signal.
 *
 * @param {Asked} asked
 * @param {import('/assets/lib/words.js').Words} t
 * @param {AbortSignal} signal
 * @param {(refresh: boolean) => void} again
 */
function show({ url, file }, t, signal, again) {
  const language = languages.value;
  const blob = file && URL.createObjectURL(file);
  if (blob) signal.addEventListener('abort', () => URL.revokeObjectURL(blob), { once: true });
  const stopping = new AbortController();
  const panel = createPanel(root, {
    t, language, signal, send,
    surface: 'page',
    links: (evidence, coverage) => evidenceLink(evidence, coverage, blob),
  }); // prettier-ignore

  /** @param {Action} action */
  async function send(action) {
    if (action.type === 'retry') again(false);
    else if (action.type === 'regenerate') again(true);
    else if (action.type === 'read') open(action.url);
    else if (action.type === 'copy_text') await copyText(action.text);
    else if (action.type === 'copy') await copyText(service.text(action.id, action.form, language));
    else if (action.type === 'token') {
      sessionStorage.setItem('token', action.token);
      again(false);
    } else if (action.type === 'stop') {
      // The job first: it goes on only when somebody else reads it too.
      if (action.job) await service.stop(action.job).catch(() => {});
      stopping.abort();
    }
  }

  return {
    /** @param {boolean} refresh */
    async read(refresh) {
      panel.waiting(file?.name ? t('page_reading_file', file.name) : '');
      const until = AbortSignal.any([signal, stopping.signal]);
      try {
        const named = file ? await service.upload(file, until) : url;
        await service.read({ url: named, language, depth: 'full', refresh }, { signal: until, event: panel.event });
      } catch (err) {
        if (signal.aborted) return;
        if (err instanceof ServiceProblem) panel.problem(err.problem);
        else if (stopping.signal.aborted) {
          if (panel.state.phase !== 'failed') panel.problem({ type: '', code: 'cancelled', title: '', status: 0, detail: '', action: '', retryable: true, retry_after: null });
        } else throw err;
      }
      const title = panel.state.summary?.paper.title;
      if (title && !signal.aborted) document.title = `${title} · Takeaways`;
    },
  };
}

/** @type {AbortController | null} */
let current = null;
/** @type {Asked | null} */
let asked = null;

/** @param {Asked} paper @param {boolean} [refresh] */
async function start(paper, refresh = false) {
  current?.abort();
  const mine = new AbortController();
  [current, asked] = [mine, paper];
  const t = await words();
  if (mine.signal.aborted) return;
  translate(t);
  document.title = 'Takeaways';
  place.hidden = false;
  await show(paper, t, mine.signal, (fresh) => void start(paper, fresh)).read(refresh);
}

/** @param {string} url */
function open(url) {
  field.value = url;
  history.replaceState(null, '', `?url=${encodeURIComponent(url)}`);
  void start({ url, file: null });
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const url = field.value.trim();
  if (url) open(url);
});
acceptFiles(element('file', HTMLInputElement), element('drop', HTMLElement), (file) => {
  field.value = '';
  history.replaceState(null, '', location.pathname);
  void start({ url: '', file });
});
fillLanguages(languages, async () => {
  if (asked) void start(asked);
  else translate(await words());
});
// A link may fill the field; it is the reader who asks: nothing is spent by following one.
field.value = new URLSearchParams(location.search).get('url') ?? '';
void words().then(translate);
