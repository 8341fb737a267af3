/**
 * Which paper the active tab of the sidebar's window shows.
 *
 * @typedef {{url: string, title: string}} Shown
 */
import { tell } from '../lib/messages.js';

/** A page that has just loaded may not have its content script yet: it is asked again after so many ms. */
const TRIES = [0, 200, 800];

/**
 * A tab's address, as far as it may be known: of a tab whose toolbar button was clicked, or by the page's own content script.
 *
 * @param {chrome.tabs.Tab} tab
 * @returns {Promise<string>} '' where it may not
 */
async function addressOf(tab) {
  if (tab.url) return tab.url;
  if (tab.id === undefined) return '';
  for (const pause of TRIES) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const answer = await tell(tab.id, { type: 'where' }).catch(() => null); // null: there is no content script
    if (answer) return answer.url;
  }
  return '';
}

/**
 * Follow the active tab.
 *
 * @param {number} windowId
 * @param {(shown: Shown) => void} look told now, and whenever the tab is another or shows another page
 */
export function followTabs(windowId, look) {
  let turn = 0;
  async function report() {
    const mine = ++turn;
    const [tab] = await chrome.tabs.query({ active: true, windowId });
    const url = tab ? await addressOf(tab) : '';
    if (mine === turn) look({ url, title: tab?.title ?? '' });
  }
  chrome.tabs.onActivated.addListener((active) => {
    if (active.windowId === windowId) void report();
  });
  chrome.tabs.onUpdated.addListener((_, { status }, tab) => {
    if (status === 'complete' && tab.active && tab.windowId === windowId) void report();
  });
  void report();
}
