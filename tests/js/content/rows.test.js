import assert from 'node:assert/strict';
import test, { beforeEach, mock } from 'node:test';
import { nearest } from '../../../extension/content/listing.js';
import { createRows } from '../../../extension/content/rows.js';
import { wire } from '../wire.js';

const READY = wire('takeaways')[0];
/** @param {number} n */
const paper = (n) => ({ id: `arxiv:2401.0000${n}`, url: `https://arxiv.org/abs/2401.0000${n}` });

/** @type {{urls: string[], cachedOnly: boolean}[]} */
let asked = [];
/** @param {(url: string, time: number) => string} status */
function make(status) {
  asked = [];
  return createRows(async ({ urls, cachedOnly }) => {
    asked.push({ urls, cachedOnly });
    const time = asked.length;
    return { rows: urls.map((url) => ({ ...READY, url, status: /** @type {any} */ (status(url, time)), summary: status(url, time) === 'ready' ? READY.summary : null })) };
  });
}

beforeEach(() => mock.timers.reset());

test('the cache is looked at once a paper, and only what it lacks is asked for', async () => {
  let cached = true;
  const rows = make((url) => (cached && !url.endsWith('1') ? 'pending' : 'ready'));
  await rows.look([paper(1), paper(2), paper(2)]);
  await rows.look([paper(1), paper(2)]);
  assert.deepEqual(asked, [{ urls: [paper(1).url, paper(2).url], cachedOnly: true }]);
  assert.equal(rows.known(paper(1))?.status, 'ready');
  assert.equal(rows.known(paper(2)), undefined);
  cached = false;
  await rows.want([paper(1), paper(2), paper(3)]);
  assert.deepEqual(asked[1], { urls: [paper(2).url, paper(3).url], cachedOnly: false });
  assert.equal(rows.known(paper(3))?.status, 'ready');
});

test('who asks while an answer is on its way waits for that one', async () => {
  const rows = make(() => 'ready');
  const first = rows.want([paper(1), paper(2)]);
  assert.ok(rows.expected(paper(2)));
  const row = await rows.get(paper(2), [paper(1)]);
  await first;
  assert.equal(row?.status, 'ready');
  assert.equal(asked.length, 1);
});

test('while arXiv has not answered it is asked again, alone, and not for ever', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  const rows = make((_, time) => (time < 3 ? 'pending' : 'ready'));
  const row = rows.get(paper(1), [paper(2)]);
  for (let i = 0; i < 8; i++) await Promise.resolve().then(() => mock.timers.tick(1_000)).then(() => new Promise((done) => setImmediate(done)));
  assert.equal((await row)?.status, 'ready');
  assert.deepEqual(asked.map(({ urls }) => urls.length), [2, 1, 1]);
  const never = make(() => 'pending');
  const none = never.get(paper(1));
  for (let i = 0; i < 12; i++) await Promise.resolve().then(() => mock.timers.tick(1_000)).then(() => new Promise((done) => setImmediate(done)));
  assert.equal(await none, undefined);
});

test('a failure is told to who waits, and the next may do better', async () => {
  let down = true;
  const rows = createRows(async ({ urls }) => {
    if (down) throw new Error('down');
    return { rows: urls.map((url) => ({ ...READY, url })) };
  });
  await assert.rejects(rows.get(paper(1)), /down/);
  await assert.rejects(rows.look([paper(1)]), /down/);
  assert.ok(!rows.expected(paper(1)));
  down = false;
  assert.equal((await rows.get(paper(1)))?.status, 'ready');
});

test('what may go better another time is not remembered, what will not is', async () => {
  const problem = { ...wire('problems/source_busy') };
  const rows = createRows(async ({ urls }) => ({ rows: urls.map((url) => ({ url, id: null, status: /** @type {const} */ ('failed'), summary: null, problem })) }));
  await rows.want([paper(1)]);
  assert.equal(rows.known(paper(1)), undefined);
  Object.assign(problem, wire('problems/paper_not_found'));
  await rows.want([paper(1)]);
  assert.equal(rows.known(paper(1))?.problem?.code, 'paper_not_found');
});

test('with the rows in sight those after them are asked for, then those before', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];
  assert.deepEqual(nearest(all, ['c', 'd'], 3, (one) => one !== 'd'), ['c', 'e', 'b']);
  assert.deepEqual(nearest(all, [], 2, () => true), ['a', 'b']);
  assert.deepEqual(nearest(all, ['a'], 99, () => true), all);
});
