import assert from 'node:assert/strict';
import test from 'node:test';
import { failed, IDLE, reduce, waiting } from '../../extension/panel/state.js';
import { examples, wire } from './wire.js';

/** @param {[any, string?][]} events */
const after = (...events) => events.reduce((state, [event, id]) => reduce(state, event, id), waiting('Reading…'));

test('every event of the wire changes the state', () => {
  for (const name of examples('events')) assert.notEqual(reduce(IDLE, wire(name)), IDLE, name);
});

test('a whole run: stage, paper, preview, deltas, summary', () => {
  const stage = wire('events/stage');
  let state = after([stage, 'e-1']);
  assert.equal(state.phase, 'running');
  assert.equal(state.job, stage.job);
  state = reduce(state, wire('events/paper'), 'e-2');
  state = reduce(state, wire('events/preview'), 'e-3');
  assert.equal(state.preview?.making.depth, 'quick');
  state = reduce(state, wire('events/delta'), 'e-4');
  state = reduce(state, { type: 'delta', path: '/takeaways/0', text: 'the error', claim: null }, 'e-5');
  assert.deepEqual(state.draft?.takeaways, [{ text: 'On 312 recordings the error', evidence: null, state: 'checking', reason: null }]);
  const claim = wire('events/delta-claim');
  state = reduce(state, claim, 'e-6');
  assert.equal(state.draft?.takeaways[0], claim.claim);
  assert.ok(state.preview, 'the preview stays until the summary is there');
  const end = wire('events/summary');
  state = reduce(state, end, 'e-7');
  assert.deepEqual([state.phase, state.id, state.preview, state.draft, state.stage], ['done', end.id, null, null, null]);
});

test('an event seen before changes nothing, not even the identity', () => {
  const state = after([wire('events/delta'), 'e-1'], [wire('events/delta'), 'e-2']);
  assert.equal(reduce(state, wire('events/delta'), 'e-2'), state);
  assert.equal(reduce(state, wire('events/delta'), 'e-1'), state);
});

test('another epoch starts anew', () => {
  const state = after([wire('events/preview'), 'e-1'], [wire('events/delta'), 'e-2'], [wire('events/stage'), 'f-1']);
  assert.deepEqual([state.epoch, state.seq, state.preview, state.draft, state.paper], ['f', 1, null, null, null]);
});

test('a failure keeps what is still true', () => {
  const state = after([wire('events/preview')], [wire('events/delta')], [wire('events/failed')]);
  assert.deepEqual([state.phase, state.draft, state.problem?.code], ['failed', null, 'paper_not_found']);
  assert.ok(state.preview);
  assert.equal(failed(IDLE, wire('problems/busy')).problem?.code, 'busy');
  assert.equal(reduce(state, wire('events/stage')).problem, null);
});

test('a failure keeps the claims that were checked', () => {
  const state = after([wire('events/delta-claim')], [{ type: 'delta', path: '/takeaways/1', text: 'half a', claim: null }], [wire('events/failed')]);
  assert.deepEqual(state.draft?.takeaways, [wire('events/delta-claim').claim]);
  assert.equal(state.writing, false);
});

test('a text that grows is written by a model; whole claims alone are not', () => {
  assert.equal(after([wire('events/delta-claim')]).writing, Boolean(wire('events/delta-claim').text));
  assert.equal(after([wire('events/delta')]).writing, true);
});

test('deltas reach every claim of a summary', () => {
  const write = (/** @type {string} */ path) => reduce(IDLE, { type: 'delta', path, text: 'x', claim: null }).draft;
  assert.equal(write('/one_sentence')?.one_sentence?.text, 'x');
  assert.equal(write('/one_sentence/text')?.one_sentence?.text, 'x');
  assert.equal(write('/takeaways/2/text')?.takeaways[2]?.text, 'x');
  assert.equal(write('/note/results/0')?.note.results?.[0]?.text, 'x');
  assert.equal(write('/title_translation')?.title_translation, 'x');
  assert.equal(write('/keywords/0')?.keywords[0], 'x');
});

test('a path that no summary has changes nothing', () => {
  const empty = reduce(IDLE, { type: 'delta', path: '/nothing', text: 'x', claim: null }).draft;
  for (const path of ['', '/', '/__proto__/x', '/note/__proto__/0', '/note/constructor/0', '/takeaways/-', '/takeaways/1e9', '/takeaways/999999999', '/note/results/x', '/paper/title']) {
    assert.deepEqual(reduce(IDLE, { type: 'delta', path, text: 'x', claim: null }).draft, empty, path);
  }
  assert.equal(/** @type {any} */ ({}).x, undefined);
});

test('what a delta did not touch keeps its identity', () => {
  const one = after([{ type: 'delta', path: '/note/results/0', text: 'a', claim: null }]);
  const two = reduce(one, { type: 'delta', path: '/takeaways/0', text: 'b', claim: null });
  assert.equal(two.draft?.note, one.draft?.note);
});

test('an event of a newer service is passed over', () => {
  const state = after([wire('events/preview'), 'e-1']);
  const next = reduce(state, /** @type {any} */ ({ type: 'music' }), 'e-2');
  assert.deepEqual({ ...next, seq: 1 }, state);
});
