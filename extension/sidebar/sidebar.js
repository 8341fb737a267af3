/**
 * The side panel of Chromium, the sidebar of Firefox: the active tab's paper, one whose address is pasted, or a file.
 *
 * A click opens it and reads at once. A tab that is only passed by spends nothing: its paper is shown when it was read before, else
 * offered.
 *
 * @typedef {import('../panel/render/context.js').Action} Action
 * @typedef {{url: string, file: File | null}} Asked
 */
import { ownProblem, readOverPort } from '../content/port.js';
import { onAsked } from '../lib/asked.js';
import { acceptFiles } from '../lib/files.js';
import { ask, Refused } from '../lib/messages.js';
import { dress, element, setTheme } from '../lib/page.js';
import { paperOf } from '../lib/reference.js';
import { languageOf, readSettings, writeSettings } from '../lib/settings.js';
import { evidenceLink } from '../panel/links.js';
import { createPanel } from '../panel/panel.js';
import { isFree } from './free.js';
import { followTabs } from './tabs.js';

const field = element('url', HTMLInputElement);
const place = element('panel', HTMLElement);
const offer = element('offer', HTMLElement);
const root = place.attachShadow({ mode: 'open' });
// As wide as an overlay, not as the service's page.
const narrow = new CSSStyleSheet();
narrow.replaceSync('.panel[data-surface="page"] .paper.paper h2 { font-size: 19px; }');
root.adoptedStyleSheets = [narrow];
const { t } = await dress();

/** @type {AbortController | null} */
let current = null;
/** The paper on show, and that of the tab when it was last looked at. */
let shown = '';
let passed = '';

/** @param {string} url @returns {string} one for all versions and forms of a paper */
const nameOf = (url) => paperOf(url)?.id.replace(/v\d+$/, '') ?? url;

/** @param {Asked} asked @param {boolean} [refresh] */
async function start(asked, refresh = false) {
  current?.abort();
  const mine = (current = new AbortController());
  const { signal } = mine;
  shown = nameOf(asked.url);
  field.value = asked.url;
  offer.hidden = true;
  place.hidden = false;
  const settings = await readSettings();
  if (signal.aborted) return;
  setTheme(settings.theme);
  await show(asked, languageOf(settings), signal, refresh);
}

/** @param {Asked} asked @param {string} language @param {AbortSignal} signal @param {boolean} refresh */
async function show(asked, language, signal, refresh) {
  const { url, file } = asked;
  const blob = file && URL.createObjectURL(file);
  if (blob) signal.addEventListener('abort', () => URL.revokeObjectURL(blob), { once: true });
  /** @type {ReturnType<typeof readOverPort> | null} */
  let reader = null;
  const panel = createPanel(root, {
    t, language, signal, send,
    surface: 'page',
    links: (evidence, coverage) => evidenceLink(evidence, coverage, blob),
  }); // prettier-ignore

  /** @param {Action} action */
  async function send(action) {
    if (action.type === 'retry') await start(asked);
    else if (action.type === 'regenerate') await start(asked, true);
    else if (action.type === 'read') await start({ url: action.url, file: null });
    else if (action.type === 'stop') reader?.stop(action.job);
    else if (action.type === 'copy_text') await navigator.clipboard.writeText(action.text);
    else if (action.type === 'copy') await navigator.clipboard.writeText((await ask({ type: 'text', id: action.id, form: action.form, language })).text);
    else if (action.type === 'options') await chrome.runtime.openOptionsPage();
    else if (action.type === 'token') {
      await writeSettings({ token: action.token });
      await start(asked);
    }
  }

  panel.waiting(file ? t('page_reading_file', file.name) : '');
  try {
    const named = blob ? (await ask({ type: 'upload', blob })).id : url;
    if (signal.aborted) return;
    reader = readOverPort({ url: named, language, depth: 'full', refresh }, { signal, event: panel.event, problem: panel.problem });
  } catch (err) {
    if (!signal.aborted) panel.problem(err instanceof Refused ? err.problem : ownProblem('extension_gone'));
  }
}

/** @param {import('./tabs.js').Shown} tab */
async function pass({ url, title }) {
  const paper = paperOf(url);
  const name = paper ? nameOf(url) : '';
  if (name === passed) return;
  passed = name;
  if (!paper || name === shown) return;
  if (!current) return start({ url: paper.url, file: null }); // just opened: that was asking
  const before = current;
  const row = await ask({ type: 'takeaways', urls: [paper.url], cachedOnly: true }).then(({ rows }) => rows[0], () => null); // prettier-ignore
  const language = languageOf(await readSettings());
  if (current !== before || passed !== name) return; // something was asked for meanwhile, or another tab is looked at
  if (isFree(row?.summary, language)) return start({ url: paper.url, file: null });
  current?.abort();
  shown = name;
  field.value = paper.url;
  element('title', HTMLElement).textContent = row?.summary?.paper.title ?? title;
  place.hidden = true;
  offer.hidden = false;
}

element('ask', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const url = field.value.trim();
  if (url) void start({ url, file: null });
});
element('read', HTMLButtonElement).addEventListener('click', () => void start({ url: field.value, file: null }));
acceptFiles(element('file', HTMLInputElement), element('drop', HTMLElement), (file) => void start({ url: '', file }));

const given = new URLSearchParams(location.search).get('url');
const { id } = await chrome.windows.getCurrent();
if (given) void start({ url: given, file: null }); // a tab of its own: it follows no other
else if (id !== undefined) {
  await onAsked(id, (url) => void (/^https?:/.test(url) && start({ url, file: null })));
  followTabs(id, (tab) => void pass(tab));
}
