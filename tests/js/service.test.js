import assert from 'node:assert/strict';
import test from 'node:test';
import { createService, ServiceProblem } from '../../extension/lib/service.js';
import { json, refuse, serve, stream } from './loopback.js';
import { wire } from './wire.js';

const STAGE = wire('events/stage');
const SUMMARY = wire('events/summary');
const REQUEST = { url: 'https://arxiv.org/abs/2401.00001', language: 'en' };

/** @param {{base: string, token?: () => string | null, silence?: number}} options @param {AbortSignal} [signal] */
async function follow(options, signal = new AbortController().signal) {
  /** @type {[string, string][]} */
  const events = [];
  /** @type {number[]} */
  const pauses = [];
  const service = createService({ ...options, pause: async (ms) => void pauses.push(ms) });
  const done = service.read(REQUEST, { signal, event: (event, id) => void events.push([event.type, id]) });
  return { events, pauses, done };
}

/** @param {Promise<void>} done @param {string} code */
const failsWith = (done, code) => assert.rejects(done, (err) => err instanceof ServiceProblem && err.problem.code === code);

test('a summary is posted for and its events are delivered with their ids', async () => {
  const { base, seen } = await serve([stream([STAGE, SUMMARY])]);
  const { events, done } = await follow({ base, token: () => 'secret' });
  await done;
  assert.deepEqual(events, [['stage', 'e-1'], ['summary', 'e-2']]); // prettier-ignore
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.path, '/api/v1/summaries');
  assert.equal(seen[0]?.headers.accept, 'text/event-stream');
  assert.equal(seen[0]?.headers.authorization, 'Bearer secret');
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), REQUEST);
});

test('a broken stream is taken up where it broke', async () => {
  const { base, seen } = await serve([stream([STAGE], { then: 'break' }), stream([SUMMARY], { from: 2 })]);
  const { events, done } = await follow({ base });
  await done;
  assert.deepEqual(events.map(([, id]) => id), ['e-1', 'e-2']); // prettier-ignore
  assert.equal(seen[1]?.method, 'GET');
  assert.equal(seen[1]?.path, `/api/v1/jobs/${STAGE.job}/events`);
  assert.equal(seen[1]?.headers['last-event-id'], 'e-1');
});

test('a line that has gone silent is taken for broken', async () => {
  const { base } = await serve([stream([STAGE], { then: 'hang' }), stream([SUMMARY], { from: 2 })]);
  const { events, done } = await follow({ base, silence: 50 });
  await done;
  assert.deepEqual(events.map(([type]) => type), ['stage', 'summary']); // prettier-ignore
});

for (const code of ['job_unknown', 'job_gone']) {
  test(`${code} while resuming: the request is posted again`, async () => {
    const again = stream([STAGE, SUMMARY], { epoch: 'f' });
    const { base, seen } = await serve([stream([STAGE], { then: 'break' }), refuse(wire(`problems/${code}`)), again]);
    const { events, done } = await follow({ base });
    await done;
    assert.deepEqual(seen.map(({ method }) => method), ['POST', 'GET', 'POST']); // prettier-ignore
    assert.deepEqual(events.at(-1), ['summary', 'f-2']);
  });
}

test('a service that restarts is waited for as long as it says', async () => {
  const { base } = await serve([stream([STAGE, { type: 'retry', after: 5 }]), stream([SUMMARY], { from: 3 })]);
  const { pauses, done } = await follow({ base });
  await done;
  assert.deepEqual(pauses, [5000]);
});

test('a service that never comes back is given up', async () => {
  const { base } = await serve([stream([STAGE], { then: 'break' })]);
  const { pauses, done } = await follow({ base });
  await failsWith(done, 'service_unreachable');
  assert.ok(pauses.length >= 4 && pauses.every((ms, i) => i === 0 || ms >= Number(pauses[i - 1])));
});

test('a service that loses every job is not asked for ever', async () => {
  const lost = [stream([STAGE], { then: 'break' }), refuse(wire('problems/job_unknown'))];
  const { base, seen } = await serve([...lost, ...lost, ...lost, ...lost, ...lost, ...lost]);
  const { done } = await follow({ base });
  await failsWith(done, 'service_unreachable');
  assert.ok(seen.filter(({ method }) => method === 'POST').length < 6);
});

test('a failed event ends it; a problem before the stream is thrown as it is', async () => {
  const { base } = await serve([stream([STAGE, wire('events/failed')]), refuse(wire('problems/unauthorized'))]);
  const first = await follow({ base });
  await first.done;
  assert.equal(first.events.at(-1)?.[0], 'failed');
  const second = await follow({ base });
  await failsWith(second.done, 'unauthorized');
});

test('nothing there, and something else there, are told apart', async () => {
  const { base, server } = await serve([
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>It works!</h1>'),
    (response) => response.writeHead(404, { 'content-type': 'text/html' }).end(''),
    (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: <oops>\n\n'),
  ]);
  for (let i = 0; i < 3; i += 1) await failsWith((await follow({ base })).done, 'wrong_service');
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await failsWith((await follow({ base })).done, 'service_unreachable');
});

test('stopping ends the reading at once, also in a pause', async () => {
  const { base } = await serve([stream([STAGE], { then: 'hang' })]);
  const stop = new AbortController();
  const service = createService({ base });
  const done = service.read(REQUEST, { signal: stop.signal, event: () => stop.abort() });
  await assert.rejects(done, { name: 'AbortError' });

  const broken = await serve([stream([STAGE], { then: 'break' })]);
  const later = new AbortController();
  const waits = createService({ base: broken.base, pause: (ms, signal) => (queueMicrotask(() => later.abort()), new Promise((_, no) => signal.addEventListener('abort', () => no(signal.reason)))) });
  await assert.rejects(waits.read(REQUEST, { signal: later.signal, event: () => {} }), { name: 'AbortError' });
});

test('a fault of the reader is not taken for a broken line', async () => {
  const { base, seen } = await serve([stream([STAGE])]);
  const service = createService({ base });
  const event = () => {
    throw new TypeError('a bug');
  };
  await assert.rejects(service.read(REQUEST, { signal: new AbortController().signal, event }), { message: 'a bug' });
  assert.equal(seen.length, 1);
});

test('files are sent as they are, jobs are stopped, summaries are fetched as text', async () => {
  const id = `sha256:${'0'.repeat(64)}`;
  const { base, seen } = await serve([
    (response) => response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify({ id })),
    (response) => response.writeHead(204).end(),
    (response) => response.writeHead(200, { 'content-type': 'text/markdown' }).end('# Ravens'),
  ]);
  const service = createService({ base });
  assert.equal(await service.upload(new Blob(['%PDF-1.7'], { type: 'application/pdf' })), id);
  await service.stop('9f86');
  assert.equal(await service.text('4355', 'md', 'zh-CN'), '# Ravens');
  assert.deepEqual(
    seen.map(({ method, path }) => `${method} ${path}`),
    ['POST /api/v1/uploads', 'DELETE /api/v1/jobs/9f86', 'GET /api/v1/summaries/4355.md?language=zh-CN'],
  );
  assert.equal(seen[0]?.headers['content-type'], 'application/pdf');
  assert.equal(seen[0]?.body, '%PDF-1.7');
});

test('a job that somebody followed is taken up after the event they had; one that is gone is asked for again', async () => {
  const { base, seen } = await serve([
    stream([SUMMARY], { from: 5 }),
    refuse(wire('problems/job_gone')),
    stream([SUMMARY], { epoch: 'f' }),
  ]);
  for (const id of ['e-4', 'e-9']) {
    const events = /** @type {string[]} */ ([]);
    const reader = { signal: new AbortController().signal, event: (/** @type {any} */ _, /** @type {string} */ at) => void events.push(at) };
    await createService({ base }).read(REQUEST, { ...reader, after: { job: STAGE.job, id } });
    assert.deepEqual(events, [id === 'e-4' ? 'e-5' : 'f-1']);
  }
  assert.deepEqual(seen.map(({ method }) => method), ['GET', 'GET', 'POST']); // prettier-ignore
  assert.equal(seen[0]?.headers['last-event-id'], 'e-4');
});

test('rows are asked for in one request; an answer of another shape is no service’s', async () => {
  const row = { url: 'https://arxiv.org/abs/2401.00001', id: null, status: 'pending', summary: null, problem: null };
  const { base, seen } = await serve([json([row]), json([]), json({ rows: [row] }), (response) => response.end('hello')]);
  const service = createService({ base, token: () => 'secret' });
  assert.deepEqual(await service.takeaways([row.url], { cachedOnly: true }), [row]);
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { urls: [row.url], cached_only: true });
  assert.equal(seen[0]?.headers.authorization, 'Bearer secret');
  for (let i = 0; i < 3; i += 1) {
    await assert.rejects(service.takeaways([row.url], { cachedOnly: false }), (err) => err instanceof ServiceProblem && err.problem.code === 'wrong_service');
  }
});
