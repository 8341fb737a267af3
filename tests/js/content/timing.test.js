import assert from 'node:assert/strict';
import test, { beforeEach, mock } from 'node:test';
import { createTiming, FETCH, GRACE, SHOW } from '../../../extension/content/hover/timing.js';

/** @type {string[]} */
let log = [];
const make = () =>
  createTiming(
    /** @type {import('../../../extension/content/hover/timing.js').Moments<string>} */ ({
      fetch: (target) => void log.push(`fetch ${target}`),
      show: (target) => void log.push(`show ${target}`),
      hide: () => void log.push('hide'),
    }),
  );

test('the times are Wikipedia’s', () => assert.deepEqual({ FETCH, SHOW, GRACE }, { FETCH: 150, SHOW: 450, GRACE: 300 }));

beforeEach(() => {
  log = [];
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout'] });
});

test('a pointer that passes asks for nothing; one that rests asks, then sees', () => {
  const timing = make();
  for (const link of ['a', 'b', 'c']) {
    timing.enter(link);
    mock.timers.tick(FETCH - 1);
  }
  timing.leave();
  mock.timers.tick(10_000);
  assert.deepEqual(log, []);
  timing.enter('d');
  mock.timers.tick(FETCH);
  assert.deepEqual(log, ['fetch d']);
  mock.timers.tick(SHOW - FETCH - 1);
  assert.deepEqual(log, ['fetch d']);
  mock.timers.tick(1);
  assert.deepEqual(log, ['fetch d', 'show d']);
  assert.equal(timing.shown, 'd');
});

test('moving within one link does not start anew', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW - 10);
  timing.enter('a');
  mock.timers.tick(10);
  assert.deepEqual(log, ['fetch a', 'show a']);
});

test('the card waits for a pointer on its way to it, and stays under it', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW);
  timing.leave();
  mock.timers.tick(GRACE - 1);
  timing.stay();
  mock.timers.tick(10_000);
  assert.equal(timing.shown, 'a');
  timing.leave();
  mock.timers.tick(GRACE / 2);
  timing.leave(); // again, over something else: the grace is not lengthened
  mock.timers.tick(GRACE / 2);
  assert.equal(timing.shown, null);
  assert.deepEqual(log, ['fetch a', 'show a', 'hide']);
});

test('coming back to the link keeps the card', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW);
  timing.leave();
  mock.timers.tick(GRACE - 1);
  timing.enter('a');
  mock.timers.tick(10_000);
  assert.deepEqual(log, ['fetch a', 'show a']);
});

test('there is one card: the next link’s comes in its own time, after the first has gone', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW);
  timing.leave();
  timing.enter('b');
  mock.timers.tick(GRACE);
  assert.deepEqual(log, ['fetch a', 'show a', 'fetch b', 'hide']);
  mock.timers.tick(SHOW - GRACE);
  assert.deepEqual(log.slice(4), ['show b']);
  assert.equal(timing.shown, 'b');
});

test('a link crossed on the way to the card does not take its place', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW);
  timing.leave();
  timing.enter('b');
  mock.timers.tick(100);
  timing.stay();
  mock.timers.tick(10_000);
  assert.deepEqual(log, ['fetch a', 'show a']);
});

test('dismissed, it is gone at once, and what was coming does not come', () => {
  const timing = make();
  timing.enter('a');
  mock.timers.tick(SHOW);
  timing.enter('b');
  timing.dismiss();
  mock.timers.tick(10_000);
  assert.deepEqual(log, ['fetch a', 'show a', 'hide']);
  timing.dismiss();
  assert.deepEqual(log.length, 3, 'nothing is hidden twice');
});
