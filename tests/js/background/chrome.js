/** As much of `chrome` as the extension's background uses, written out: it keeps what it is told and does nothing else. */

/** @template {(...args: any[]) => any} F */
function happening() {
  /** @type {F[]} */
  const listeners = [];
  return {
    listeners,
    addListener: (/** @type {F} */ listener) => void listeners.push(listener),
    /** @param {Parameters<F>} args */
    emit: (...args) => listeners.map((listener) => listener(...args)),
  };
}

/** @param {string} name @param {Record<string, unknown>} kept @param {ReturnType<typeof happening>} anyArea */
function area(name, kept, anyArea) {
  const onChanged = happening();
  /** @param {Record<string, unknown>} after */
  const change = (after) => {
    const changes = Object.fromEntries(Object.entries(after).map(([key, newValue]) => [key, { oldValue: kept[key], newValue }]));
    for (const [key, value] of Object.entries(after)) {
      if (value === undefined) delete kept[key];
      else kept[key] = structuredClone(value);
    }
    onChanged.emit(changes);
    anyArea.emit(changes, name);
  };
  return {
    onChanged,
    get: async (/** @type {string | string[] | null} */ keys) =>
      structuredClone(Object.fromEntries(Object.entries(kept).filter(([key]) => keys === null || [keys].flat().includes(key)))),
    set: async (/** @type {Record<string, unknown>} */ values) => change(values),
    remove: async (/** @type {string | string[]} */ keys) => change(Object.fromEntries([keys].flat().map((key) => [key, undefined]))),
  };
}

/**
 * @param {{local?: Record<string, unknown>, session?: Record<string, unknown>, firefox?: boolean, permitted?: boolean,
 *   page?: (message: any) => any, tabs?: object[]}} [world] `page` is the content script of every tab; it throws where there is none
 */
export function fakeChrome({ local = {}, session = {}, firefox = false, permitted = false, page = () => nobody(), tabs = [] } = {}) {
  const onChanged = happening();
  /** @type {string[]} what was done, in order */
  const done = [];
  /** @type {Record<string, string>} */
  const badges = {};
  /** @type {any[]} */
  const menus = [];
  let calls = 0;
  const open = (/** @type {string} */ what) => async () => void done.push(what);
  const fake = {
    i18n: { getMessage: (/** @type {string} */ name) => `«${name}»`, getUILanguage: () => 'de-AT' },
    runtime: {
      id: 'takeaways', onConnect: happening(), onMessage: happening(), onInstalled: happening(),
      getURL: (/** @type {string} */ path) => `chrome-extension://takeaways/${path}`,
      getPlatformInfo: async () => void (calls += 1),
      openOptionsPage: open('options'),
    },
    storage: { onChanged, local: area('local', local, onChanged), session: area('session', session, onChanged) },
    permissions: { contains: async () => permitted },
    action: {
      onClicked: happening(),
      setBadgeText: async (/** @type {any} */ { text, tabId = 'all' }) => void (badges[tabId] = text),
      setBadgeBackgroundColor: async () => {},
      setBadgeTextColor: async () => {},
    },
    contextMenus: {
      onClicked: happening(),
      removeAll: (/** @type {() => void} */ then) => (menus.splice(0), then()),
      create: (/** @type {any} */ menu) => void menus.push(menu),
    },
    tabs: {
      async sendMessage(/** @type {number} */ tab, /** @type {any} */ message, /** @type {any} */ { frameId }) {
        done.push(`tell ${tab}.${frameId} ${JSON.stringify(message)}`);
        return page(message);
      },
      onUpdated: happening(), onRemoved: happening(), onActivated: happening(),
      query: async (/** @type {any} */ asked) => tabs.filter((/** @type {any} */ tab) => Object.entries(asked).every(([key, value]) => tab[key] === value)),
      create: async (/** @type {any} */ { url }) => void done.push(`tab ${url}`),
    },
    scripting: {
      executeScript: async (/** @type {any} */ { target, files }) => void done.push(`inject ${target.tabId} ${files}`),
    },
    ...(firefox ? { sidebarAction: { open: open('sidebar') } } : { sidePanel: { open: async (/** @type {any} */ { windowId }) => void done.push(`side panel ${windowId}`) } }),
  }; // prettier-ignore
  return { fake, done, badges, menus, local, session, calls: () => calls };
}

/** @returns {never} what a browser says of a tab without content script */
function nobody() {
  throw new Error('Could not establish connection. Receiving end does not exist.');
}

let started = 0;

/**
 * Start the background as the browser does; again with the same storage is a worker that was stopped in between.
 *
 * @param {Parameters<typeof fakeChrome>[0]} [world]
 */
export async function start(world) {
  const browser = fakeChrome(world);
  Object.assign(globalThis, { chrome: browser.fake });
  started += 1;
  await import(`../../../extension/background.js?${started}`);
  return browser;
}

/**
 * @param {Awaited<ReturnType<typeof start>>} browser
 * @param {object} message
 * @param {string} [from] address of who asks; a page of arXiv's where nothing is given
 * @returns {Promise<any>}
 */
export function asked({ fake }, message, from = 'https://arxiv.org/abs/2401.00001') {
  return new Promise((resolve) => {
    fake.runtime.onMessage.emit(message, { id: 'takeaways', url: from }, resolve);
  });
}

/**
 * A port to the background, seen from the page.
 *
 * @param {Awaited<ReturnType<typeof start>>} browser
 * @param {number} [tab] none: the sidebar
 */
export function connect({ fake }, tab) {
  const [onMessage, onDisconnect] = [happening(), happening()];
  /** @type {any[]} */
  const came = [];
  /** @type {{test: () => boolean, resolve: () => void}[]} */
  const waits = [];
  let open = true;
  fake.runtime.onConnect.emit({
    name: 'read',
    sender: tab === undefined ? { url: fake.runtime.getURL('sidebar/sidebar.html') } : { tab: { id: tab } },
    onMessage,
    onDisconnect,
    postMessage(/** @type {any} */ message) {
      if (!open) throw new Error('Attempting to use a disconnected port object');
      came.push(structuredClone(message));
      for (const { test, resolve } of waits) if (test()) resolve();
    },
  });
  return {
    came,
    post: (/** @type {object} */ message) => void onMessage.emit(message),
    /** @param {(message: any) => boolean} wanted @returns {Promise<any>} the first such message */
    async until(wanted) {
      const found = () => came.find(wanted);
      if (!found()) await new Promise((resolve) => waits.push({ test: () => Boolean(found()), resolve: () => resolve(null) }));
      return found();
    },
    disconnect() {
      open = false;
      onDisconnect.emit();
    },
  };
}
