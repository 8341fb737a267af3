/**
 * What a click asks the sidebar to show. It goes by `storage.session`: the sidebar may only just be opening, and nobody would hear
 * a message.
 *
 * @typedef {{url: string, window: number}} AskedPaper
 */

const KEY = 'asked';

/** @param {AskedPaper} paper */
export async function askSidebar(paper) {
  // The time makes the second click on one paper a change, too.
  await chrome.storage.session.set({ [KEY]: { ...paper, at: Date.now() } });
}

/**
 * @param {number} window the sidebar's own: each window has one
 * @param {(url: string) => void} show
 * @returns {Promise<boolean>} whether something was asked before the sidebar was there
 */
export async function onAsked(window, show) {
  let came = 0;
  /** @param {(AskedPaper & {at: number}) | undefined} asked */
  const take = (asked) => {
    if (!asked || asked.window !== window || asked.at <= came) return false;
    came = asked.at;
    void chrome.storage.session.remove(KEY);
    show(asked.url);
    return true;
  };
  chrome.storage.session.onChanged.addListener((changes) => void take(/** @type {any} */ (changes[KEY]?.newValue)));
  const { [KEY]: waiting } = /** @type {any} */ (await chrome.storage.session.get(KEY));
  return take(waiting) || came > 0;
}
