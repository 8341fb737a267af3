import assert from 'node:assert/strict';
import test from 'node:test';
import { IDLE, reduce } from '../../extension/panel/state.js';
import { view } from '../../extension/panel/view.js';
import { wire } from './wire.js';

/** @param {any} summary */
const done = (summary) => reduce(IDLE, { type: 'summary', id: '1', summary });

test('nothing is shown of nothing', () => {
  const shown = view(IDLE);
  assert.deepEqual([shown.source, shown.sentence, shown.takeaways, shown.note], [null, null, [], null]);
});

test('unverified claims leave their places for the end, each once', () => {
  const summary = wire('summary-model-zh');
  const doubt = summary.takeaways[2];
  summary.note.results.push(doubt);
  summary.one_sentence = { ...doubt, text: '另一条' };
  const shown = view(done(summary));
  assert.equal(shown.sentence, null);
  assert.deepEqual(shown.takeaways, summary.takeaways.slice(0, 2));
  assert.deepEqual(shown.note?.results, summary.note.results.slice(0, 1));
  assert.deepEqual(shown.unverified.map((claim) => claim.text), ['另一条', doubt.text]);
});

test('a summary of the abstract has no note: nothing can be said of what the paper states', () => {
  assert.equal(view(done(wire('summary-quick'))).note, null);
  assert.ok(view(done(wire('summary'))).note);
});

test('what is being written replaces the preview part by part, and its places cannot be opened yet', () => {
  const preview = reduce(IDLE, wire('events/preview'));
  assert.equal(view(preview).source, 'preview');
  const shown = view(reduce(preview, wire('events/delta')));
  assert.equal(shown.source, 'draft');
  assert.equal(shown.takeaways[0]?.state, 'checking');
  assert.equal(shown.sentence, preview.preview?.one_sentence);
  assert.equal(shown.coverage, null);
});

test('a place in a list that was not written yet is left out', () => {
  const state = reduce(IDLE, { type: 'delta', path: '/takeaways/3', text: 'x', claim: null });
  assert.deepEqual(view(state).takeaways.map((claim) => claim.text), ['x']);
});

test('the preview stands where nothing has come yet, and goes when no more will come', () => {
  const begun = reduce(reduce(IDLE, wire('events/preview')), wire('events/delta-claim'));
  const early = begun.preview?.takeaways ?? [];
  const shown = view(begun);
  assert.equal(shown.firm, 1);
  assert.deepEqual(shown.takeaways, [wire('events/delta-claim').claim, ...early.slice(1)]);
  assert.deepEqual(shown.earlier?.coverage, begun.preview?.coverage);
  const noted = reduce(begun, { type: 'delta', path: '/note/results/0', text: 'x', claim: null });
  assert.equal(view(noted).takeaways.length, 1);
});
