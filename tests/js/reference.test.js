import assert from 'node:assert/strict';
import test from 'node:test';
import { paperOf } from '../../extension/lib/reference.js';
import { wire } from './wire.js';

const { papers, others } = wire('references');

test('the addresses of a paper are told from all others, as the service tells them', () => {
  assert.ok(Object.keys(papers).length > 40);
  for (const [url, id] of Object.entries(papers)) {
    assert.deepEqual(paperOf(url), { id, url: `https://arxiv.org/abs/${String(id).slice('arxiv:'.length)}` }, url);
  }
  for (const url of others) assert.equal(paperOf(url), null, url);
});

test('what is no web address is no paper', () => {
  for (const url of ['', 'arxiv.org/abs/1706.03762', '/abs/1706.03762', 'javascript:1706.03762', 'mailto:a@arxiv.org', 'ftp://arxiv.org/abs/1706.03762']) {
    assert.equal(paperOf(url), null, url);
  }
});
