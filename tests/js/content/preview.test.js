import assert from 'node:assert/strict';
import test from 'node:test';
import { keySentence, localPreview, sentences } from '../../../extension/content/preview.js';
import { reduce, waiting } from '../../../extension/panel/state.js';
import { view } from '../../../extension/panel/view.js';
import { wire } from '../wire.js';

const texts = (/** @type {string} */ text) => sentences(text).map((sentence) => sentence.text);

test('an abbreviation, an initial and the end of a line end no sentence', () => {
  assert.deepEqual(texts('We follow Smith et al. and others, e.g. Jones. It works, cf. Fig. 2 there.'), [
    'We follow Smith et al. and others, e.g. Jones.',
    'It works, cf. Fig. 2 there.',
  ]);
  assert.deepEqual(texts('A proof by J. Moser is given.\nThe rate is 0.5\nper hour. Done.'), ['A proof by J. Moser is given.', 'The rate is 0.5 per hour.', 'Done.']);
  assert.deepEqual(texts('  本文提出一种方法。结果很好！  '), ['本文提出一种方法。', '结果很好！']);
  assert.deepEqual(texts(''), []);
  assert.deepEqual(texts('no full stop at all'), ['no full stop at all']);
});

test('a sentence knows its place in the text it came from', () => {
  const text = ' First one\nhere. Second   one. ';
  for (const { start, end, text: words } of sentences(text)) assert.equal(text.slice(start, end).replace(/\s+/g, ' '), words);
});

/** @type {[string, string][]} what it begins with, of which abstract */
const CHOSEN = [
  ['We propose a new', 'Recurrent models are widely used. However, existing methods are slow. We propose a new network that needs no recurrence at all. It reaches 28.4 BLEU. Code is available at https://example.org.'],
  ['In this paper, we study', 'Graphs are everywhere today. What can be said of them? In this paper, we study the colouring of random graphs with few edges. We also show a lower bound.'],
  ['A fully differential', 'A fully differential calculation is presented for the production of massive photon pairs at colliders. All diagrams are included. Good agreement is shown with data.'],
  ['We measure', 'Helium is cooled below 2 K here. The lattice has been known for long. We measure the response of the fluid in pores of several widths.'],
  ['本文提出', '近年来，图像识别发展迅速。本文提出一种不需要标注数据的识别方法，并在三个数据集上验证。代码已公开。'],
  ['Only one sentence', 'Only one sentence stands here.'],
];

test('the sentence that says what the paper does is chosen', () => {
  for (const [begin, abstract] of CHOSEN) assert.ok(keySentence(abstract)?.text.startsWith(begin), `${begin}: ${keySentence(abstract)?.text}`);
  assert.equal(keySentence('  '), null);
});

test('the local preview is one the panel shows as the abstract’s, until the service’s own comes', () => {
  const paper = { id: 'arxiv:2401.00001', url: 'https://arxiv.org/abs/2401.00001' };
  assert.equal(localPreview(paper, 'Title', ''), null);
  const preview = localPreview(paper, 'Title', 'Birds are many. We present RavenCount, a method that counts ravens by ear.');
  assert.ok(preview);
  const state = reduce(waiting(''), preview);
  const shown = view(state);
  assert.equal(shown.source, 'preview');
  assert.equal(shown.sentence?.text, 'We present RavenCount, a method that counts ravens by ear.');
  assert.equal(shown.coverage?.reading, 'abstract');
  assert.equal(shown.note, null, 'an abstract states nothing of what a note is missing');
  // It has no id: the service's first event, of whatever epoch, does not take it away.
  const running = reduce(state, wire('events/stage'), 'epoch-1');
  assert.equal(view(running).sentence?.text, shown.sentence?.text);
  const theirs = wire('events/preview');
  assert.equal(view(reduce(running, theirs, 'epoch-2')).sentence?.text, theirs.summary.one_sentence.text);
});
