import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../extension/${path}`, import.meta.url), 'utf8');
const WORDS = JSON.parse(read('_locales/en/messages.json'));

for (const page of ['options/options.html', 'sidebar/sidebar.html']) {
  test(`${page} reads in English before its words are there`, () => {
    const marked = [...read(page).matchAll(/data-t="([^"]+)"[^>]*>([^<]*)</g)];
    assert.ok(marked.length >= 6);
    for (const [, name = '', text] of marked) assert.equal(text, WORDS[name]?.message, name);
  });

  test(`${page} names every field, and runs no script of its own`, () => {
    const html = read(page);
    for (const [field, id] of html.matchAll(/<(?:input|select)[^>]* ?id="(\w+)"[^>]*>/g)) {
      assert.ok(html.includes(`<label for="${id}"`) || new RegExp(`<label[^>]*><input id="${id}"`).test(html), field);
    }
    assert.doesNotMatch(html, /<script(?![^>]* src=)|\son\w+=|style=/);
  });
}
