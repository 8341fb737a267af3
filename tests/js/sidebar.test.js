import assert from 'node:assert/strict';
import test from 'node:test';
import { askSidebar, onAsked } from '../../extension/lib/asked.js';
import { isFree } from '../../extension/sidebar/free.js';
import { followTabs } from '../../extension/sidebar/tabs.js';
import { fakeChrome } from './background/chrome.js';
import { wire } from './wire.js';

const ABS = 'https://arxiv.org/abs/2401.00001';

/** @param {Parameters<typeof fakeChrome>[0]} world */
function browser(world) {
  const made = fakeChrome(world);
  Object.assign(globalThis, { chrome: made.fake });
  return made;
}

/** @param {number} windowId */
function follow(windowId) {
  /** @type {import('../../extension/sidebar/tabs.js').Shown[]} */
  const seen = [];
  /** @type {(() => void)[]} */
  const waits = [];
  followTabs(windowId, (shown) => (seen.push(shown), waits.splice(0).forEach((go) => go())));
  return { seen, next: () => new Promise((resolve) => waits.push(() => resolve(seen.at(-1)))) };
}

test('a tab’s address is what the browser says, else what its page says, else unknown', async () => {
  const tabs = [{ id: 1, active: true, windowId: 3, url: ABS, title: 'Ravens' }, { id: 2, active: true, windowId: 4 }];
  browser({ tabs });
  assert.deepEqual(await follow(3).next(), { url: ABS, title: 'Ravens' });
  browser({ tabs, page: ({ type }) => (type === 'where' ? { url: `${ABS}v2` } : {}) });
  assert.deepEqual(await follow(4).next(), { url: `${ABS}v2`, title: '' });
  browser({ tabs });
  assert.deepEqual(await follow(4).next(), { url: '', title: '' });
});

test('a page whose script is only just starting is asked again', async () => {
  let tries = 0;
  const page = () => {
    tries += 1;
    if (tries === 1) throw new Error('Could not establish connection. Receiving end does not exist.');
    return { url: ABS };
  };
  browser({ tabs: [{ id: 2, active: true, windowId: 4 }], page });
  assert.deepEqual(await follow(4).next(), { url: ABS, title: '' });
});

test('the sidebar follows the tabs of its own window only, and the latest of them', async () => {
  const tabs = [{ id: 1, active: true, windowId: 3, url: 'https://one.example/', title: '' }];
  const { fake } = browser({ tabs });
  const { seen, next } = follow(3);
  await next();
  Object.assign(tabs[0] ?? {}, { url: ABS });
  fake.tabs.onActivated.emit({ windowId: 4, tabId: 9 });
  fake.tabs.onUpdated.emit(1, { status: 'loading' }, { active: true, windowId: 3 });
  fake.tabs.onUpdated.emit(9, { status: 'complete' }, { active: false, windowId: 3 });
  const came = next();
  fake.tabs.onUpdated.emit(1, { status: 'complete' }, { active: true, windowId: 3 });
  fake.tabs.onActivated.emit({ windowId: 3, tabId: 1 });
  await came;
  assert.deepEqual(seen.map(({ url }) => url), ['https://one.example/', ABS]); // prettier-ignore
});

for (const [when, early] of /** @type {const} */ ([['before', true], ['after', false]])) {
  test(`what a click asks for ${when} the sidebar is there is shown, once, in that window`, async () => {
    const { session } = browser({});
    if (early) await askSidebar({ url: ABS, window: 3 });
    /** @type {string[]} */
    const shown = [];
    const waited = await onAsked(3, (url) => void shown.push(url));
    const other = await onAsked(4, () => assert.fail('another window'));
    if (!early) await askSidebar({ url: ABS, window: 3 });
    await new Promise((resolve) => setTimeout(resolve));
    assert.deepEqual({ shown, waited, other }, { shown: [ABS], waited: early, other: false });
    assert.deepEqual(session, {});
  });
}

test('a tab that is passed by is read only where that costs nothing', () => {
  const chinese = wire('summary-model-zh');
  assert.equal(isFree(chinese, 'zh-CN'), true);
  assert.equal(isFree(chinese, 'en'), false, 'a model would write it in English');
  const own = wire('summary');
  const ours = { ...own, making: { ...own.making, engine: 'embedded', degraded: null } };
  assert.equal(isFree(ours, 'zh-CN'), true, 'it writes in English whatever is asked');
  assert.equal(isFree({ ...ours, making: { ...ours.making, degraded: 'provider_failed' } }, 'en'), false, 'a model would be tried again');
  assert.equal(isFree(wire('summary-quick'), 'en'), false);
  assert.equal(isFree(null, 'en'), false);
});
