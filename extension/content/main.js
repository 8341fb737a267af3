/**
 * What the extension does on a page: by its kind, one feature a file. It talks to the background only.
 *
 * @typedef {import('../lib/messages.js').PublicSettings} PublicSettings
 * @typedef {import('../lib/messages.js').ToPage} ToPage
 */
import { ask, Refused } from '../lib/messages.js';
import { paperOf } from '../lib/reference.js';
import { DEFAULTS, languageOf } from '../lib/settings.js';
import { interfaceLocale, loadWords } from '../lib/words.js';
import { askingAgain } from './again.js';
import { addButton } from './button.js';
import { startHover } from './hover/hover.js';
import { startListing } from './listing.js';
import { createOverlay } from './overlay.js';
import { abstractOf, entriesOf, pageOf, samePaper, titleOf } from './page.js';
import { isAlive, ownProblem } from './port.js';
import { createRows } from './rows.js';
import { removeStale } from './surface.js';

/** Told to the script of an extension that was reloaded under the page, which would go on beside this one. */
const SUCCEEDED = 'takeaways-succeeded';

const page = pageOf(location.href, document.contentType);
const gone = new AbortController();
/** A page that has nothing to be shown on still answers: the toolbar was clicked. */
const ready = start();

chrome.runtime.onMessage.addListener((/** @type {ToPage} */ message, _sender, respond) => {
  void ready.then(({ toggle, show }) => {
    if (message.type === 'toggle') toggle();
    if (message.type === 'show') show(message.url);
    respond(message.type === 'where' ? { url: location.href } : {});
  });
  return true; // answered later
});

async function start() {
  const { signal } = gone;
  document.dispatchEvent(new Event(SUCCEEDED));
  document.addEventListener(SUCCEEDED, () => gone.abort(), { signal });
  removeStale();
  // Words at once and once: an extension that is reloaded under the page has none any more, and a state that needs them.
  const browserLanguage = languageOf({ language: '' });
  /** @type {Omit<PublicSettings, 'server'>} */
  let settings = DEFAULTS;
  const refresh = async () => {
    settings = (await ask({ type: 'settings' })).settings;
  };
  await refresh().catch((err) => console.error('Takeaways: the settings cannot be read.', err));
  const t = await loadWords(chrome.runtime.getURL('_locales/'), interfaceLocale(settings.language, chrome.i18n.getUILanguage()));
  // Changed in the options, in another tab.
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && isAlive() && void refresh().catch(() => {}), { signal });

  // Reloaded under the page, the extension may have come again, with cards of its own.
  const now = () => ({ ...settings, hover: settings.hover && isAlive(), language: settings.language || browserLanguage });
  /** @param {unknown} fault */
  const problemOf = (fault) => (fault instanceof Refused ? fault.problem : ownProblem('extension_gone'));
  /** @type {ReturnType<typeof addButton> | null} */
  let button = null;
  const overlay = createOverlay({ t, settings: now, changed: (open) => button?.expanded(open && samePaper(overlay.paper, page.paper)) });
  signal.addEventListener('abort', overlay.close, { once: true });
  const rows = createRows(askingAgain(ask));

  function toggleOwn() {
    if (!page.paper) return;
    if (samePaper(overlay.paper, page.paper)) overlay.close();
    else overlay.open(page.paper, known());
  }
  const known = () => {
    const onPage = page.kind === 'abs' || page.kind === 'html';
    return onPage || page.kind === 'other' ? { onPage, title: titleOf(document), abstract: abstractOf(document) } : {};
  };

  /** @type {ReturnType<typeof startListing> | null} */
  let listing = null;
  if (page.kind === 'list' || page.kind === 'search') {
    listing = startListing({ entries: entriesOf(document), t, rows, settings: now, problemOf, signal });
  }
  if (page.kind === 'abs' || page.kind === 'html') button = addButton({ kind: page.kind, t, toggle: toggleOwn, signal });
  if (page.kind !== 'pdf' && page.kind !== 'other') {
    startHover({ t, rows, own: page.paper, settings: now, companions: (paper) => listing?.companions(paper) ?? [], open: overlay.open, problemOf, signal });
  }

  return {
    toggle: () => (listing ? listing.toggle() : toggleOwn()),
    /** @param {string} url */
    show(url) {
      const paper = paperOf(url) ?? { id: `url:${url}`, url };
      if (samePaper(paper, page.paper)) overlay.open(paper, known());
      else overlay.open(paper);
    },
  };
}
