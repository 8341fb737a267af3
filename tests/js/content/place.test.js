import assert from 'node:assert/strict';
import test from 'node:test';
import { placeCard } from '../../../extension/content/hover/place.js';

const VIEW = { width: 1280, height: 800 };
const CARD = { width: 360, height: 300 };

test('a card stands under its link, over it where that has more room', () => {
  assert.deepEqual(placeCard([{ left: 100, top: 200, right: 220, bottom: 218 }], { x: 150, y: 210 }, CARD, VIEW), { left: 100, top: 224, bottom: null });
  assert.deepEqual(placeCard([{ left: 100, top: 700, right: 220, bottom: 718 }], null, CARD, VIEW), { left: 100, top: null, bottom: 106 });
  const low = placeCard([{ left: 0, top: 100, right: 50, bottom: 120 }], null, CARD, { width: 400, height: 260 });
  assert.equal(low.bottom, null, 'no room anywhere: where there is more');
});

test('it never leaves the window', () => {
  assert.equal(placeCard([{ left: 1200, top: 10, right: 1270, bottom: 30 }], null, CARD, VIEW).left, 1280 - 360 - 8);
  assert.equal(placeCard([{ left: -40, top: 10, right: 70, bottom: 30 }], null, CARD, VIEW).left, 8);
  assert.equal(placeCard([{ left: 300, top: 10, right: 350, bottom: 30 }], null, { width: 344, height: 100 }, { width: 360, height: 800 }).left, 8);
});

test('of a broken link the line under the pointer counts, of a long one the pointer', () => {
  const lines = [{ left: 900, top: 100, right: 1200, bottom: 118 }, { left: 20, top: 120, right: 300, bottom: 138 }];
  assert.deepEqual(placeCard(lines, { x: 60, y: 130 }, CARD, VIEW), { left: 20, top: 144, bottom: null });
  assert.equal(placeCard(lines, null, CARD, VIEW).top, 124);
  assert.equal(placeCard([{ left: 10, top: 100, right: 1000, bottom: 118 }], { x: 700, y: 110 }, CARD, VIEW).left, 676);
  assert.deepEqual(placeCard([], null, CARD, VIEW), { left: 8, top: 6, bottom: null }, 'a link that has gone');
});
