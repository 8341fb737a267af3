import assert from 'node:assert/strict';
import test from 'node:test';
import { newest } from '../../extension/panel/versions.js';
import { wire } from './wire.js';

/** @param {number | null} version @param {number[]} withdrawn */
const paper = (version, withdrawn = [], id = 'arxiv:2401.00001v1') => ({
  ...wire('paper'), id, version,
  versions: [1, 2, 3].map((number) => ({ number, day: null, withdrawn: withdrawn.includes(number) })),
}); // prettier-ignore

test('the newest version that can be read is offered, where it is newer than the one that was', () => {
  assert.equal(newest(paper(1))?.number, 3);
  assert.equal(newest(paper(1, [3]))?.number, 2);
  assert.equal(newest(paper(2, [3])), null);
  assert.equal(newest(paper(3)), null);
});

test('a paper of no known version, or of another source, has none', () => {
  assert.equal(newest(paper(null)), null);
  assert.equal(newest(paper(1, [], 'doi:10.1000/1')), null);
});
