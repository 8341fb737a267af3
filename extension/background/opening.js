/**
 * Where a click shows its paper: the overlay where a content script runs, else the browser's sidebar.
 *
 * A sidebar opens only in the very turn of the click (before any await), so the address alone must say which it is.
 */
import { askSidebar } from '../lib/asked.js';
import { tell } from '../lib/messages.js';

export const MENU = 'takeaways';

/** Pages of the manifest's content scripts; on PDFs Firefox runs none (bug 1454760). */
const PAGES = /^https:\/\/(?:www\.)?arxiv\.org\/(?:abs|html|list|search|pdf)\b/;
const PDFS = /^https:\/\/(?:www\.)?arxiv\.org\/pdf\//;

/** Links on which the menu offers takeaways: arXiv's, those of its readers, DOIs. */
const LINKS = [
  '*://*.arxiv.org/abs/*', '*://*.arxiv.org/pdf/*', '*://*.arxiv.org/html/*', '*://ar5iv.org/*',
  '*://*.alphaxiv.org/*', '*://huggingface.co/papers/*', '*://doi.org/10.*', '*://dx.doi.org/10.*',
]; // prettier-ignore

/** An injected script's modules are loading: it is asked again after so many ms. */
const TRIES = [50, 100, 200, 400, 800];

/**
 * What stands beside a page: Firefox's sidebar, Chromium's side panel. Each browser knows only its own.
 *
 * @returns {{sidebarAction?: {open(): Promise<void>}, sidePanel: {open(where: {windowId: number}): Promise<void>}}}
 */
const besides = () => /** @type {any} */ (chrome);

export function addMenu() {
  chrome.contextMenus.removeAll(() => {
    chrome.contextMenus.create({
      id: MENU,
      title: chrome.i18n.getMessage('menu_link'),
      contexts: ['link'],
      targetUrlPatterns: LINKS,
    });
  });
}

export function createOpening() {
  /**
   * @param {chrome.tabs.Tab} tab
   * @param {import('../lib/messages.js').ToPage} message
   * @param {string} url of the paper, should the page not do
   */
  function show(tab, message, url) {
    const here = tab.url ?? '';
    const overlaid = PAGES.test(here) && !(besides().sidebarAction && PDFS.test(here));
    if (overlaid && tab.id !== undefined) void onPage(tab.id, message, url);
    else beside(tab, url);
  }

  /** @param {chrome.tabs.Tab} tab @param {string} url */
  function beside(tab, url) {
    const { sidebarAction, sidePanel } = besides();
    const opened = sidebarAction ? sidebarAction.open() : sidePanel.open({ windowId: tab.windowId });
    opened.catch(() => inTab(url));
    void askSidebar({ url, window: tab.windowId });
  }

  /** The last resort, which always works. @param {string} url */
  async function inTab(url) {
    await chrome.tabs.create({ url: `${chrome.runtime.getURL('sidebar/sidebar.html')}?url=${encodeURIComponent(url)}` });
  }

  /**
   * @param {number} tab
   * @param {import('../lib/messages.js').ToPage} message
   * @param {string} url
   */
  async function onPage(tab, message, url) {
    try {
      await tell(tab, message);
    } catch {
      // No content script: the page was open before the extension was, or the extension was reloaded under it.
      await inject(tab, message).catch(() => inTab(url));
    }
  }

  /** @param {number} tab @param {import('../lib/messages.js').ToPage} message */
  async function inject(tab, message) {
    await chrome.scripting.executeScript({ target: { tabId: tab }, files: ['content/boot.js'] });
    for (const pause of TRIES) {
      try {
        return await tell(tab, message);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    return tell(tab, message);
  }

  return {
    /** The toolbar's button, or its key. @param {chrome.tabs.Tab} tab */
    click: (tab) => show(tab, { type: 'toggle' }, tab.url ?? ''),
    /** A link's menu. @param {string} url @param {chrome.tabs.Tab} tab */
    link: (url, tab) => show(tab, { type: 'show', url }, url),
  };
}
