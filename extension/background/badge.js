/**
 * The toolbar button's badge: `…` while a paper of the tab is read, `!` where that failed, until the next try or the next page.
 *
 * @typedef {ReturnType<typeof createBadge>} Badge
 */
export function createBadge() {
  /** @type {Map<number | undefined, Set<chrome.runtime.Port>>} who reads, by tab */
  const tabs = new Map();
  /** @type {Set<number>} where the last reading failed */
  const failed = new Set();
  void chrome.action.setBadgeBackgroundColor({ color: '#b31b1b' });
  void chrome.action.setBadgeTextColor({ color: '#ffffff' });

  /** @param {chrome.runtime.Port} port @param {(readers: Set<chrome.runtime.Port>) => void} change @param {boolean} [ok] */
  function become(port, change, ok) {
    const tabId = port.sender?.tab?.id; // none: the sidebar, which stands beside every tab and shows its problems itself
    const readers = tabs.get(tabId) ?? new Set();
    change(readers);
    if (readers.size) tabs.set(tabId, readers);
    else tabs.delete(tabId);
    if (tabId !== undefined && ok === false) failed.add(tabId);
    if (tabId !== undefined && ok === true) failed.delete(tabId);
    const text = readers.size ? '…' : tabId !== undefined && failed.has(tabId) ? '!' : '';
    // The tab may be gone by now, and its badge with it.
    chrome.action.setBadgeText(tabId === undefined ? { text } : { text, tabId }).catch(() => {});
  }

  // The browser takes a tab's badge away when the tab goes to another page.
  chrome.tabs.onUpdated.addListener((tab, { status }) => {
    if (status === 'loading') failed.delete(tab);
  });
  chrome.tabs.onRemoved.addListener((tab) => void failed.delete(tab));

  return {
    /** @param {chrome.runtime.Port} port */
    reading: (port) => become(port, (readers) => readers.add(port), true),
    /** @param {chrome.runtime.Port} port @param {boolean} ok */
    ended: (port, ok) => become(port, (readers) => readers.delete(port), ok),
    /** Its reader went away before the end. @param {chrome.runtime.Port} port */
    left: (port) => become(port, (readers) => readers.delete(port)),
  };
}
