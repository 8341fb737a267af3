/** @typedef {'' | '…' | '!'} Mark nothing to say, reading, a problem */

/**
 * The toolbar button's badge: of a tab the most urgent of what its readers have to say.
 *
 * @returns {(port: chrome.runtime.Port, mark: Mark) => void}
 */
export function createBadge() {
  /** @type {Map<number | undefined, Map<chrome.runtime.Port, Mark>>} */
  const tabs = new Map();
  void chrome.action.setBadgeBackgroundColor({ color: '#b31b1b' });
  void chrome.action.setBadgeTextColor({ color: '#ffffff' });

  return (port, mark) => {
    const tabId = port.sender?.tab?.id; // none: the sidebar, which stands beside every tab
    const marks = tabs.get(tabId) ?? new Map();
    if (mark) marks.set(port, mark);
    else marks.delete(port);
    if (marks.size) tabs.set(tabId, marks);
    else tabs.delete(tabId);
    const all = [...marks.values()];
    const text = all.includes('…') ? '…' : all.includes('!') ? '!' : '';
    // The tab may be gone by now, and its badge with it.
    chrome.action.setBadgeText(tabId === undefined ? { text } : { text, tabId }).catch(() => {});
  };
}
