import assert from 'node:assert/strict';
import test from 'node:test';
import { askingAgain } from '../../../extension/content/again.js';

test('what got no answer because the page was set aside is asked again when it is back, and only that', async () => {
  const page = new EventTarget();
  /** @type {PromiseWithResolvers<string>[]} */
  const asked = [];
  const ask = askingAgain((/** @type {string} */ _) => {
    const one = Promise.withResolvers();
    asked.push(one);
    return one.promise;
  }, page);
  const show = (/** @type {boolean} */ persisted) => page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));
  const answer = ask('rows');
  show(false);
  assert.equal(asked.length, 1);
  show(true);
  assert.equal(asked.length, 2);
  asked[0]?.reject(new Error('the channel was closed'));
  asked[1]?.resolve('rows');
  assert.equal(await answer, 'rows');
  show(true);
  assert.equal(asked.length, 2);
  const failing = ask('rows');
  asked[2]?.reject(new Error('gone'));
  await assert.rejects(failing, /gone/);
});
