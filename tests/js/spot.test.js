import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { sameTongue, tongue } from '../../extension/lib/tongue.js';
import { createWords } from '../../extension/lib/words.js';
import { day, number } from '../../extension/panel/dates.js';
import { spotWords } from '../../extension/panel/spot.js';
import { wire } from './wire.js';

/** @param {string} locale */
const words = (locale) => createWords(JSON.parse(readFileSync(new URL(`../../extension/_locales/${locale}/messages.json`, import.meta.url), 'utf8')), locale);

/** @param {any} spot @param {number | null} page */
const evidence = (spot, page = null) => ({ blocks: ['b1'], quote: 'q', spot, place: { anchor: null, page, box: null } });

test('places are named as people name them', () => {
  const cases = /** @type {const} */ ([
    [evidence({ kind: 'abstract', number: null }), 'Abstract', '摘要'],
    [evidence({ kind: 'section', number: '5.2' }), '§5.2', '§5.2'],
    [evidence({ kind: 'appendix', number: 'A' }), 'App. A', '附录 A'],
    [evidence({ kind: 'table', number: '2' }), 'Table 2', '表 2'],
    [evidence({ kind: 'figure', number: '1' }), 'Figure 1', '图 1'],
    [evidence({ kind: 'algorithm', number: '1' }), 'Algorithm 1', '算法 1'],
    [evidence({ kind: 'page', number: '7' }), 'p. 7', '第 7 页'],
    [evidence({ kind: 'section', number: null }, 7), 'p. 7', '第 7 页'],
    [evidence({ kind: 'page', number: null }), 'in the text', '正文'],
    [evidence({ kind: 'theorem', number: '3' }, 2), 'p. 2', '第 2 页'],
  ]);
  for (const [place, en, zh] of cases) {
    assert.equal(spotWords(place, words('en')), en);
    assert.equal(spotWords(place, words('zh_CN')), zh);
  }
});

test('days and numbers are written as the reader writes them', () => {
  assert.equal(day('2024-01-01', 'en'), '1 Jan 2024');
  assert.equal(day('2026-11-22T12:00:00Z', 'en', { year: false }), '22 Nov');
  assert.equal(day('2026-11-22T12:00:00Z', 'zh-CN', { year: false }), '11月22日');
  assert.equal(day('soon', 'en'), 'soon');
  assert.equal(number(4020, 'en'), '4,020');
});

test('the language of a passage is told where it shows, else not guessed', () => {
  assert.equal(tongue(wire('paper').abstract), 'en');
  assert.equal(tongue('用一支麦克风（microphone）估计渡鸦群的大小。'), 'zh');
  assert.equal(tongue('カラスの群れの大きさを推定する。'), 'ja');
  assert.equal(tongue('까마귀 떼의 크기를 추정한다.'), 'ko');
  assert.equal(tongue('Мы оцениваем размер стаи воронов.'), 'ru');
  assert.equal(tongue('Wir schätzen die Größe eines Rabenschwarms mit einem Mikrofon.'), '');
  assert.equal(tongue('North: 7.9%.'), '');
  assert.equal(tongue(''), '');
});

test('languages are compared as they are written', () => {
  assert.ok(sameTongue('zh', 'zh-CN') && sameTongue('en', 'en-GB') && sameTongue('zh-Hans', 'zh-SG'));
  assert.ok(!sameTongue('zh-CN', 'zh-TW') && !sameTongue('en', 'zh') && !sameTongue('en', 'not a tag!'));
});
