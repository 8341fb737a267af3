import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { interfaceLocale, createWords, localeFor, LOCALES } from '../../extension/lib/words.js';
import { examples, wire } from './wire.js';

const ROOT = new URL('../../', import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), 'utf8');

/** @type {Record<string, import('../../extension/lib/words.js').Entries>} */
const MESSAGES = Object.fromEntries(LOCALES.map((locale) => [locale, JSON.parse(read(`extension/_locales/${locale}/messages.json`))]));
const EN = MESSAGES.en ?? {};

/** @param {string} folder @returns {string[]} the sources under a folder, as text */
function sources(folder) {
  const files = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return files.filter((file) => /\.(js|html)$/.test(file) || file === 'manifest.json').map((file) => read(`${folder}/${file}`));
}

const TEXT = [...sources('extension'), ...sources('server/takeaways/web')].join('\n');
/** Problems found by the service, then those only a client can find (lib/service.js). */
const CODES = [...examples('problems').map((name) => wire(name).code), 'service_unreachable', 'offline', 'wrong_service', 'extension_gone'];

test('every locale has the same words, with the same places to fill', () => {
  for (const locale of LOCALES) {
    const entries = MESSAGES[locale] ?? {};
    assert.deepEqual(Object.keys(entries), Object.keys(EN), locale);
    for (const [name, { message }] of Object.entries(entries)) {
      const places = (/** @type {string} */ text) => [...new Set(text.match(/\$[1-9]/g) ?? [])].sort();
      assert.deepEqual(places(message), places(EN[name]?.message ?? ''), `${locale}: ${name}`);
      assert.ok(message.trim(), `${locale}: ${name} is empty`);
      assert.match(name, /^[a-z0-9_]+$/);
      assert.doesNotMatch(message, /\$(?![1-9])/, `${locale}: ${name} has a stray $`);
    }
  }
});

test('every word that is asked for exists', () => {
  const asked = [
    ...TEXT.matchAll(/\bt\('([a-z0-9_@]+)'/g),
    ...TEXT.matchAll(/data-t="([^"]+)"/g),
    ...TEXT.matchAll(/__MSG_(\w+)__/g),
    ...TEXT.matchAll(/: '((?:spot|stage|reason|flag|reading|link|part)_[a-z0-9_]+)'/g),
  ].map((match) => String(match[1]));
  assert.ok(asked.length > 80);
  assert.deepEqual([...new Set(asked)].filter((name) => !name.startsWith('@@') && !(name in EN)), []);
});

test('no word is there for nothing', () => {
  const problems = new Set(CODES.flatMap((code) => [`problem_${code}_title`, `problem_${code}_action`]));
  const unused = Object.keys(EN).filter((name) => !problems.has(name) && !TEXT.includes(`'${name}'`) && !TEXT.includes(`"${name}"`) && !TEXT.includes(`__MSG_${name}__`));
  assert.deepEqual(unused, []);
});

test('every problem has a title and an action in every locale, in English the service’s own', () => {
  for (const code of CODES) {
    for (const locale of LOCALES) {
      assert.ok(MESSAGES[locale]?.[`problem_${code}_title`]?.message, `${locale}: ${code}`);
      assert.ok(MESSAGES[locale]?.[`problem_${code}_action`]?.message, `${locale}: ${code}`);
    }
  }
  for (const problem of examples('problems').map(wire)) {
    for (const field of /** @type {const} */ (['title', 'action'])) {
      assert.equal(EN[`problem_${problem.code}_${field}`]?.message, problem[field].replaceAll("'", '’'));
    }
  }
});

test('the page reads in English before its words are there', () => {
  const page = read('server/takeaways/web/templates/index.html');
  const marked = [...page.matchAll(/data-t="([^"]+)"[^>]*>([^<]*)</g)];
  assert.ok(marked.length >= 6);
  for (const [, name = '', text] of marked) assert.equal(text, EN[name]?.message, name);
});

test('words are filled as chrome.i18n.getMessage fills them', () => {
  const entries = {
    both: { message: '$1 of $2' },
    dollar: { message: 'US$$5, $$$1' },
    named: { message: 'Hello $WHO$', placeholders: { who: { content: '<$1>' } } },
  };
  const t = createWords(entries, 'en', { other: { message: 'from the default locale' } });
  assert.equal(t('both', ['$2', 'b']), '$2 of b', 'what is filled in is not filled again');
  assert.equal(t('both', 'a'), 'a of ');
  assert.equal(t('dollar', 'x'), 'US$5, $$1');
  assert.equal(t('named', 'you'), 'Hello <you>');
  assert.equal(t('other'), 'from the default locale');
  assert.equal(t('nothing'), '');
  assert.equal(t('constructor'), '');
  assert.equal(t('@@ui_locale'), 'en');
});

test('Chinese is read in Chinese, everything else in English', () => {
  assert.deepEqual(['zh', 'zh-CN', 'zh-Hant-TW', 'en-GB', 'de', ''].map(localeFor), ['zh_CN', 'zh_CN', 'zh_CN', 'en', 'en', 'en']);
});

test('the interface speaks the language chosen for summaries, where there are words in it', () => {
  assert.equal(interfaceLocale('zh-CN', 'en-US'), 'zh_CN');
  assert.equal(interfaceLocale('en', 'zh-CN'), 'en');
  assert.equal(interfaceLocale('fr', 'zh-TW'), 'zh_CN');
  assert.equal(interfaceLocale('', 'en-GB'), 'en');
});
