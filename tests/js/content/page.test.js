import assert from 'node:assert/strict';
import test from 'node:test';
import { pageOf, samePaper } from '../../../extension/content/page.js';

const HTML = 'text/html';
const paper = (/** @type {string} */ id) => ({ id: `arxiv:${id}`, url: `https://arxiv.org/abs/${id}` });

test('a page is known by its address', () => {
  assert.deepEqual(pageOf('https://arxiv.org/abs/1706.03762', HTML), { kind: 'abs', paper: paper('1706.03762') });
  assert.deepEqual(pageOf('https://arxiv.org/abs/hep-th/9901001v2?context=math#top', HTML), { kind: 'abs', paper: paper('hep-th/9901001v2') });
  assert.deepEqual(pageOf('https://www.arxiv.org/html/1911.02782v1', HTML), { kind: 'html', paper: paper('1911.02782v1') });
  assert.deepEqual(pageOf('https://arxiv.org/html/1911.02782v1#S3', HTML), { kind: 'html', paper: paper('1911.02782v1') });
  for (const list of ['list/cs.CL/recent?skip=0&show=100', 'list/astro-ph/new', 'a/vaswani_a_1', 'catchup/cs/2024-01-02']) {
    assert.deepEqual(pageOf(`https://arxiv.org/${list}`, HTML), { kind: 'list', paper: null }, list);
  }
  for (const search of ['search/?query=ravens', 'search/advanced?terms=1', 'search?query=ravens']) {
    assert.deepEqual(pageOf(`https://arxiv.org/${search}`, HTML), { kind: 'search', paper: null }, search);
  }
});

test('a PDF is one by its type, wherever it lies', () => {
  assert.deepEqual(pageOf('https://arxiv.org/pdf/1706.03762v5', 'application/pdf'), { kind: 'pdf', paper: paper('1706.03762v5') });
  assert.deepEqual(pageOf('https://example.org/a.pdf#page=2', 'application/pdf'), {
    kind: 'pdf',
    paper: { id: 'url:https://example.org/a.pdf', url: 'https://example.org/a.pdf' },
  });
});

test('elsewhere the page is what is read, but of arXiv’s own pages only papers are', () => {
  assert.deepEqual(pageOf('https://example.org/abs/1?x=2#y', HTML), { kind: 'other', paper: { id: 'url:https://example.org/abs/1?x=2', url: 'https://example.org/abs/1?x=2' } });
  assert.deepEqual(pageOf('https://huggingface.co/papers/1706.03762', HTML), { kind: 'other', paper: paper('1706.03762') });
  assert.deepEqual(pageOf('https://arxiv.org/', HTML), { kind: 'other', paper: null });
  assert.deepEqual(pageOf('https://notarxiv.org/abs/1706.03762', HTML).kind, 'other');
  assert.deepEqual(pageOf('about:blank', HTML), { kind: 'other', paper: null });
});

test('versions are one paper, other addresses are as they are', () => {
  assert.ok(samePaper(paper('1706.03762'), paper('1706.03762v5')));
  assert.ok(samePaper(paper('1706.03762v1'), paper('1706.03762v5')));
  assert.ok(!samePaper(paper('1706.03762'), paper('1706.03763')));
  assert.ok(!samePaper({ id: 'url:https://x.org/v1', url: '' }, { id: 'url:https://x.org/v2', url: '' }));
  assert.ok(!samePaper(null, paper('1706.03762')));
  assert.ok(!samePaper(null, null));
});
