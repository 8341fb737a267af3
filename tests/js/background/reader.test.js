import assert from 'node:assert/strict';
import test from 'node:test';
import { refuse, serve, stream } from '../loopback.js';
import { wire } from '../wire.js';
import { asked, connect, start } from './chrome.js';

const STAGE = wire('events/stage');
const SUMMARY = wire('events/summary');
const REQUEST = { url: 'https://arxiv.org/abs/2401.00001' };
/** @param {any} message */
const isSummary = ({ event }) => event?.type === 'summary';
/** @param {any} message */
const isProblem = ({ type }) => type === 'problem';

test('a paper is read over a port: its events come with their ids, in the language of the settings', async () => {
  const { base, seen } = await serve([stream([STAGE, SUMMARY])]);
  const browser = await start({ local: { server: base, token: 'secret', language: 'zh-CN' } });
  const port = connect(browser, 7);
  port.post({ type: 'read', request: REQUEST });
  assert.deepEqual(browser.badges, { 7: '…' });
  await port.until(isSummary);
  assert.deepEqual(port.came, [{ type: 'event', id: 'e-1', event: STAGE }, { type: 'event', id: 'e-2', event: SUMMARY }]); // prettier-ignore
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { ...REQUEST, depth: 'full', language: 'zh-CN' });
  assert.equal(seen[0]?.headers.authorization, 'Bearer secret');
  assert.deepEqual(browser.badges, { 7: '' });
});

test('without a language set it is the browser’s; what the reader asks for goes first', async () => {
  const { base, seen } = await serve([stream([SUMMARY]), stream([SUMMARY])]);
  const browser = await start({ local: { server: base } });
  for (const language of ['', 'fr']) {
    const port = connect(browser);
    port.post({ type: 'read', request: { ...REQUEST, language, refresh: true } });
    await port.until(isSummary);
  }
  const bodies = seen.map(({ body }) => JSON.parse(body));
  assert.deepEqual(bodies.map(({ language, refresh }) => [language, refresh]), [['de-AT', true], ['fr', true]]); // prettier-ignore
});

test('a reader whose worker was killed takes up the job after the last event it had', async () => {
  const { base, seen } = await serve([stream([SUMMARY], { from: 5 })]);
  const port = connect(await start({ local: { server: base } }), 7);
  port.post({ type: 'read', request: REQUEST, after: { job: STAGE.job, id: 'e-4' } });
  assert.equal((await port.until(isSummary)).id, 'e-5');
  assert.equal(seen[0]?.path, `/api/v1/jobs/${STAGE.job}/events`);
  assert.equal(seen[0]?.headers['last-event-id'], 'e-4');
});

test('a reader that leaves ends its stream and not its job', async () => {
  const closed = Promise.withResolvers();
  const { base, seen } = await serve([
    (response) => {
      response.on('close', () => closed.resolve(null));
      stream([STAGE], { then: 'hang' })(response);
    },
  ]);
  const browser = await start({ local: { server: base } });
  const port = connect(browser, 7);
  port.post({ type: 'read', request: REQUEST });
  await port.until(({ event }) => event.type === 'stage');
  port.disconnect();
  await closed.promise;
  assert.deepEqual(browser.badges, { 7: '' });
  assert.deepEqual(seen.map(({ method }) => method), ['POST']); // prettier-ignore
});

test('stopping cancels the job and tells the reader', async () => {
  const { base, seen } = await serve([stream([STAGE], { then: 'hang' }), (response) => response.end('{}')]);
  const port = connect(await start({ local: { server: base } }), 7);
  port.post({ type: 'read', request: REQUEST });
  await port.until(({ event }) => event.type === 'stage');
  port.post({ type: 'stop', job: STAGE.job });
  assert.equal((await port.until(isProblem)).problem.code, 'cancelled');
  assert.deepEqual(seen.map(({ method, path }) => `${method} ${path}`).slice(1), [`DELETE /api/v1/jobs/${STAGE.job}`]); // prettier-ignore
});

test('a service that is not there, and one that wants another token, are problems with a badge', async () => {
  const { base, server } = await serve([refuse(wire('problems/unauthorized'))]);
  const browser = await start({ local: { server: base } });
  const first = connect(browser, 7);
  first.post({ type: 'read', request: REQUEST });
  assert.equal((await first.until(isProblem)).problem.code, 'unauthorized');
  await new Promise((resolve) => server.close(resolve));
  const second = connect(browser, 7);
  second.post({ type: 'read', request: REQUEST });
  assert.equal((await second.until(isProblem)).problem.code, 'service_unreachable');
  first.disconnect();
  second.disconnect();
  assert.deepEqual(browser.badges, { 7: '!' }, 'until the next try');
  connect(browser, 7).post({ type: 'read', request: REQUEST });
  assert.deepEqual(browser.badges, { 7: '…' });
});

test('a reading that fails in the end has a badge, until the tab goes to another page', async () => {
  const { base } = await serve([stream([STAGE, wire('events/failed')]), stream([STAGE], { then: 'hang' })]);
  const browser = await start({ local: { server: base } });
  const first = connect(browser, 7);
  first.post({ type: 'read', request: REQUEST });
  await first.until(({ event }) => event.type === 'failed');
  first.disconnect();
  assert.deepEqual(browser.badges, { 7: '!' });
  browser.fake.tabs.onUpdated.emit(7, { status: 'loading' });
  const second = connect(browser, 7);
  second.disconnect();
  assert.deepEqual(browser.badges, { 7: '' });
});

test('the sidebar’s reading shows on every tab, its problem beside them', async () => {
  const { base } = await serve([stream([STAGE, wire('events/failed')])]);
  const browser = await start({ local: { server: base } });
  const port = connect(browser);
  port.post({ type: 'read', request: REQUEST });
  assert.deepEqual(browser.badges, { all: '…' });
  await port.until(({ event }) => event.type === 'failed');
  assert.deepEqual(browser.badges, { all: '' });
});

test('a read on a port that reads already takes its place', async () => {
  const { base } = await serve([stream([STAGE], { then: 'hang' }), stream([SUMMARY], { epoch: 'f' })]);
  const port = connect(await start({ local: { server: base } }), 7);
  port.post({ type: 'read', request: REQUEST });
  await port.until(({ event }) => event.type === 'stage');
  port.post({ type: 'read', request: { ...REQUEST, refresh: true } });
  await port.until(isSummary);
  assert.deepEqual(port.came.map(({ id }) => id), ['e-1', 'f-1']); // prettier-ignore
});

test('while it reads, the background does something every 20 s; then it may sleep', async (t) => {
  const { base } = await serve([stream([STAGE], { then: 'hang' })]);
  const browser = await start({ local: { server: base } });
  t.mock.timers.enable({ apis: ['setInterval'] });
  const port = connect(browser, 7);
  port.post({ type: 'read', request: REQUEST });
  t.mock.timers.tick(60_000);
  assert.equal(browser.calls(), 3);
  port.disconnect();
  await new Promise((resolve) => setImmediate(resolve)); // the reading has let go
  t.mock.timers.tick(60_000);
  assert.equal(browser.calls(), 3);
});

test('a paper that was read fills its card without another request', async () => {
  const { base, seen } = await serve([stream([SUMMARY])]);
  const browser = await start({ local: { server: base } });
  const port = connect(browser, 7);
  port.post({ type: 'read', request: REQUEST });
  await port.until(isSummary);
  const { rows } = await asked(browser, { type: 'takeaways', urls: ['https://arxiv.org/pdf/2401.00001'], cachedOnly: false });
  assert.deepEqual(rows[0], { url: 'https://arxiv.org/pdf/2401.00001', id: SUMMARY.summary.paper.id, status: 'ready', summary: SUMMARY.summary, problem: null });
  assert.equal(seen.length, 1);
});
