import assert from 'node:assert/strict';
import test from 'node:test';
import { createMemory } from '../../../extension/background/memory.js';
import { json, refuse, serve } from '../loopback.js';
import { wire } from '../wire.js';
import { asked, fakeChrome, start } from './chrome.js';

/** @param {number} i */
const abs = (i) => `https://arxiv.org/abs/2401.${String(i).padStart(5, '0')}`;
const SUMMARY = wire('summary-quick');

/** @param {string} url @param {string} [status] */
const row = (url, status = 'ready') => ({ url, id: 'arxiv:x', status, summary: status === 'ready' ? SUMMARY : null, problem: null });

/** @param {string[]} urls @param {boolean} [cachedOnly] */
const wanted = (urls, cachedOnly = false) => ({ type: 'takeaways', urls, cachedOnly });

test('a burst of messages is one request, in which a paper stands once', async () => {
  const { base, seen } = await serve([json([row(abs(1)), row(abs(2), 'pending')])]);
  const browser = await start({ local: { server: base } });
  const pdf = 'https://arxiv.org/pdf/2401.00001#page=2';
  const answers = await Promise.all([asked(browser, wanted([abs(1)])), asked(browser, wanted([abs(2), pdf])), asked(browser, wanted([]))]);
  assert.deepEqual(answers.map(({ rows }) => rows.map((/** @type {any} */ { url, status }) => [url, status])), [
    [[abs(1), 'ready']],
    [[abs(2), 'pending'], [pdf, 'ready']],
    [],
  ]); // prettier-ignore
  assert.deepEqual(seen.map(({ body }) => JSON.parse(body)), [{ urls: [abs(1), abs(2)], cached_only: false }]); // prettier-ignore
});

test('what is only looked for in the cache does not wait for what is asked of arXiv', async () => {
  /** @type {() => void} */
  let release = () => {};
  const { base, seen } = await serve([
    (response) => void (release = () => json([row(abs(1), 'failed')])(response)),
    json([row(abs(1), 'pending')]),
  ]);
  const browser = await start({ local: { server: base } });
  const slow = asked(browser, wanted([abs(1)]));
  while (!seen.length) await new Promise((resolve) => setImmediate(resolve));
  const quick = await asked(browser, wanted([abs(1)], true));
  assert.equal(quick.rows[0].status, 'pending');
  release();
  assert.equal((await slow).rows[0].status, 'failed');
  assert.deepEqual(seen.map(({ body }) => JSON.parse(body).cached_only), [false, true]); // prettier-ignore
});

test('the service is never asked for more than it takes at once', async () => {
  const urls = Array.from({ length: 260 }, (_, i) => abs(i + 1));
  /** @type {import('../loopback.js').Answer[]} */
  const answers = [250, 10].map((count, i) => json(urls.slice(i * 250, i * 250 + count).map((url) => row(url))));
  const { base, seen } = await serve(answers);
  const { rows } = await asked(await start({ local: { server: base } }), wanted(urls));
  assert.deepEqual(rows.map((/** @type {any} */ { url }) => url), urls); // prettier-ignore
  assert.deepEqual(seen.map(({ body }) => JSON.parse(body).urls.length).sort(), [10, 250]); // prettier-ignore
});

test('ready rows are remembered, over the worker’s end too; others are asked for again', async () => {
  const { base, seen } = await serve([json([row(abs(1)), row(abs(2), 'failed')]), json([row(abs(2))])]);
  const session = {};
  const world = { local: { server: base }, session };
  await asked(await start(world), wanted([abs(1), abs(2)]));
  const { rows } = await asked(await start(world), wanted([abs(1), abs(2)]));
  assert.deepEqual(rows.map((/** @type {any} */ { status }) => status), ['ready', 'ready']); // prettier-ignore
  assert.deepEqual(seen.map(({ body }) => JSON.parse(body).urls), [[abs(1), abs(2)], [abs(2)]]); // prettier-ignore
});

test('another server, or another token, knows other papers', async () => {
  const { base, seen } = await serve([json([row(abs(1))]), json([row(abs(1))])]);
  const browser = await start({ local: { server: base } });
  await asked(browser, wanted([abs(1)]));
  await browser.fake.storage.local.set({ token: 'new' });
  await asked(browser, wanted([abs(1)]));
  assert.deepEqual(seen.map(({ headers }) => headers.authorization), [undefined, 'Bearer new']); // prettier-ignore
});

test('a service that fails is a problem for everybody who asked, and is asked again', async () => {
  const { base } = await serve([refuse(wire('problems/unauthorized')), json([row(abs(1))])]);
  const browser = await start({ local: { server: base } });
  const failed = await Promise.all([asked(browser, wanted([abs(1)])), asked(browser, wanted([abs(1), abs(2)]))]);
  assert.deepEqual(failed.map(({ problem }) => problem.code), ['unauthorized', 'unauthorized']); // prettier-ignore
  assert.equal((await asked(browser, wanted([abs(1)]))).rows[0].status, 'ready');
});

test('the memory is small and short', async () => {
  let now = 1_000;
  const { fake, session } = fakeChrome();
  Object.assign(globalThis, { chrome: fake });
  const memory = createMemory({ now: () => now });
  /** @type {any} */
  const kept = row(abs(1));
  await memory.put(Array.from({ length: 600 }, (_, i) => [`paper ${i}`, kept]));
  assert.equal(Object.keys(session).length, 500);
  assert.equal(await memory.get('paper 99'), null);
  assert.deepEqual(await memory.get('paper 100'), kept);
  now += 10 * 60_000;
  assert.equal(await memory.get('paper 100'), null);
  await memory.put([['paper 700', kept]]);
  assert.deepEqual(Object.keys(session), ['row:paper 700'], 'what nobody is given any more takes no room');
});

test('a memory that is full is emptied, and holds again', async () => {
  const { fake, session } = fakeChrome();
  const { set } = fake.storage.session;
  Object.assign(globalThis, { chrome: fake });
  const memory = createMemory();
  /** @type {any} */
  const kept = row(abs(1));
  await memory.put([['one', kept]]);
  fake.storage.session.set = async () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  await assert.rejects(memory.put([['two', kept]]), /quota/);
  assert.deepEqual(session, {});
  assert.equal(await memory.get('two'), null);
  fake.storage.session.set = set;
  await memory.put([['three', kept]]);
  assert.deepEqual(await memory.get('three'), kept);
});
