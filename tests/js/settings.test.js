import assert from 'node:assert/strict';
import test from 'node:test';
import { languageOf } from '../../extension/lib/settings.js';
import { fakeChrome } from './background/chrome.js';

/** @type {[string, string, string][]} what was chosen, what the browser says, what is asked for */
const LANGUAGES = [
  ['zh-CN', 'de', 'zh-CN'],
  ['zh-cn', 'de', 'zh-CN'],
  ['', 'de', 'de'],
  ['', 'en-US@posix', 'en-US'],
  ['', 'C.UTF-8', 'en'],
  ['not a tag', 'fr', 'fr'],
];

test('what is asked for is always a language', () => {
  for (const [language, browser, asked] of LANGUAGES) {
    const { fake } = fakeChrome();
    Object.assign(fake.i18n, { getUILanguage: () => browser });
    Object.assign(globalThis, { chrome: fake });
    assert.equal(languageOf({ language }), asked, `${language} ${browser}`);
  }
});
