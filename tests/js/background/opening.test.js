import assert from 'node:assert/strict';
import test from 'node:test';
import { start } from './chrome.js';

const ABS = 'https://arxiv.org/abs/2401.00001';
const PDF = 'https://arxiv.org/pdf/2401.00001v2';
const ELSEWHERE = 'https://proceedings.example/paper.html';
const SIDEBAR = 'chrome-extension://takeaways/sidebar/sidebar.html';

/** The clicks' answers come by themselves: everything that waits for nothing has run after this. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** @param {Parameters<typeof start>[0]} world @param {string} url */
async function click(world, url) {
  const browser = await start(world);
  browser.fake.action.onClicked.emit({ id: 7, windowId: 3, url });
  const atOnce = [...browser.done];
  await settled();
  return { ...browser, atOnce };
}

for (const url of [ABS, 'https://arxiv.org/html/2401.00001v1#S2', 'https://arxiv.org/list/cs.CL/recent?show=250', 'https://arxiv.org/search/?query=x', 'https://www.arxiv.org/abs/2401.00001', PDF]) {
  test(`a click on ${url} asks the page in Chromium`, async () => {
    const { done } = await click({ page: () => ({}) }, url);
    assert.deepEqual(done, ['tell 7.0 {"type":"toggle"}']);
  });
}

test('a page whose script is not there, or of an extension reloaded since, gets it and is asked again', async () => {
  let tries = 0;
  const page = () => {
    tries += 1;
    if (tries < 3) throw new Error('Could not establish connection. Receiving end does not exist.');
    return {};
  };
  const { done } = await click({ page }, ABS);
  while (tries < 3) await settled();
  const toggle = 'tell 7.0 {"type":"toggle"}';
  assert.deepEqual(done, [toggle, 'inject 7 content/boot.js', toggle, toggle]);
});

test('a page that takes no script is read in a tab', async () => {
  const browser = await start();
  browser.fake.scripting.executeScript = async () => Promise.reject(new Error('Cannot access contents of the page.'));
  browser.fake.action.onClicked.emit({ id: 7, windowId: 3, url: ABS });
  await settled();
  assert.deepEqual(browser.done.at(-1), `tab ${SIDEBAR}?url=${encodeURIComponent(ABS)}`);
});

test('elsewhere the side panel opens in the very turn of the click, and is told what to show', async () => {
  const { atOnce, session } = await click({}, ELSEWHERE);
  assert.deepEqual(atOnce, ['side panel 3']);
  const { url, window } = /** @type {any} */ (session).asked;
  assert.deepEqual({ url, window }, { url: ELSEWHERE, window: 3 });
});

for (const url of [PDF, ELSEWHERE]) {
  test(`in Firefox a click on ${url} opens the sidebar in the very turn of the click`, async () => {
    const { atOnce, session } = await click({ firefox: true }, url);
    assert.deepEqual(atOnce, ['sidebar']);
    assert.equal(/** @type {any} */ (session).asked.url, url);
  });
}

test('in Firefox a click on an abstract asks the page', async () => {
  const { done } = await click({ firefox: true, page: () => ({}) }, ABS);
  assert.deepEqual(done, ['tell 7.0 {"type":"toggle"}']);
});

test('a sidebar that does not open gives way to a tab', async () => {
  const browser = await start();
  Object.assign(/** @type {any} */ (browser.fake).sidePanel, { open: async () => Promise.reject(new Error('no')) });
  browser.fake.action.onClicked.emit({ id: 7, windowId: 3, url: ELSEWHERE });
  await settled();
  assert.deepEqual(browser.done, [`tab ${SIDEBAR}?url=${encodeURIComponent(ELSEWHERE)}`]);
});

test('the menu of a link shows that paper, over the page or beside it', async () => {
  const linkUrl = 'https://arxiv.org/abs/2402.00002';
  for (const [url, done] of [[ABS, `tell 7.0 {"type":"show","url":"${linkUrl}"}`], [ELSEWHERE, 'side panel 3']]) {
    const browser = await start({ page: () => ({}) });
    browser.fake.contextMenus.onClicked.emit({ menuItemId: 'takeaways', linkUrl }, { id: 7, windowId: 3, url });
    await settled();
    assert.deepEqual(browser.done, [done]);
    assert.equal(/** @type {any} */ (browser.session).asked?.url, url === ABS ? undefined : linkUrl);
  }
});

test('everything is listened for before anything is waited for', async () => {
  const { fake } = await start();
  const { runtime, action, contextMenus, storage } = fake;
  for (const event of [runtime.onConnect, runtime.onMessage, runtime.onInstalled, action.onClicked, contextMenus.onClicked, storage.onChanged]) {
    assert.equal(event.listeners.length, 1);
  }
});
