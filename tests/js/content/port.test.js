import assert from 'node:assert/strict';
import test, { beforeEach, mock } from 'node:test';
import { readOverPort } from '../../../extension/content/port.js';
import { wire } from '../wire.js';

const REQUEST = { url: 'https://arxiv.org/abs/2401.00001', language: 'en' };
const STAGE = wire('events/stage');

/** A background: what was posted to it over each port, and the ports to answer over. */
function background() {
  /** @type {{posted: any[], say: (message: any) => void, drop: () => void, disconnected: boolean}[]} */
  const ports = [];
  const state = { alive: true, gone: false, closed: false };
  const connect = () => {
    if (state.gone) throw new Error('Extension context invalidated.');
    /** @type {((message: any) => void)[]} */
    const heard = [];
    /** @type {(() => void)[]} */
    const dropped = [];
    const port = { posted: /** @type {any[]} */ ([]), disconnected: false, say: (/** @type {any} */ message) => heard.forEach((hear) => hear(message)), drop: () => dropped.forEach((drop) => drop()) };
    ports.push(port);
    return {
      postMessage(/** @type {any} */ message) {
        if (state.closed) throw new Error('Attempting to use a disconnected port object');
        port.posted.push(message);
      },
      disconnect: () => void (port.disconnected = true),
      onMessage: { addListener: (/** @type {any} */ listener) => void heard.push(listener) },
      onDisconnect: { addListener: (/** @type {any} */ listener) => void dropped.push(listener) },
    };
  };
  return { ports, state, connect, page: new EventTarget(), alive: () => state.alive, last: () => /** @type {typeof ports[number]} */ (ports.at(-1)) };
}

/** @param {ReturnType<typeof background>} there */
function read(there) {
  /** @type {string[]} */
  const told = [];
  const stopping = new AbortController();
  const reader = readOverPort(
    REQUEST,
    { signal: stopping.signal, event: (event, id) => void told.push(`${event.type} ${id}`), problem: ({ code }) => void told.push(`problem ${code}`) },
    there,
  );
  return { told, reader, stop: () => stopping.abort() };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ['setTimeout', 'setInterval'] });
});

test('a paper is read to its end, and the port is let go', () => {
  const there = background();
  const { told } = read(there);
  assert.deepEqual(there.last().posted, [{ type: 'read', request: REQUEST }]);
  there.last().say({ type: 'event', id: 'e-1', event: STAGE });
  there.last().say({ type: 'event', id: 'e-2', event: wire('events/summary') });
  there.last().say({ type: 'event', id: 'e-3', event: STAGE });
  assert.deepEqual(told, ['stage e-1', 'summary e-2']);
  assert.ok(there.last().disconnected);
  mock.timers.tick(60_000);
  assert.equal(there.ports.length, 1);
  assert.equal(there.last().posted.length, 1, 'nobody is kept awake for what is over');
});

test('while it waits it pings every 20 s', () => {
  const there = background();
  const { stop } = read(there);
  mock.timers.tick(60_000);
  assert.deepEqual(there.last().posted.slice(1), [{ type: 'ping' }, { type: 'ping' }, { type: 'ping' }]);
  stop();
  mock.timers.tick(60_000);
  assert.equal(there.last().posted.length, 4);
  assert.ok(there.last().disconnected);
});

test('a worker that was killed is found again, and told what came already', () => {
  const there = background();
  const { told } = read(there);
  there.last().drop(); // before anything came: from the start
  mock.timers.tick(100);
  assert.deepEqual(there.last().posted, [{ type: 'read', request: REQUEST }]);
  there.last().say({ type: 'event', id: 'e-7', event: STAGE });
  there.last().drop();
  mock.timers.tick(100);
  assert.equal(there.ports.length, 3);
  assert.deepEqual(there.last().posted, [{ type: 'read', request: REQUEST, after: { job: STAGE.job, id: 'e-7' } }]);
  assert.deepEqual(told, ['stage e-7'], 'the reader has seen nothing of it');
});

test('a page that comes back from the back/forward cache takes its reading up again', () => {
  const there = background();
  const { told } = read(there);
  there.last().say({ type: 'event', id: 'e-7', event: STAGE });
  there.page.dispatchEvent(new Event('pageshow')); // the page's first showing
  assert.equal(there.ports.length, 1);
  const back = () => there.page.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  back();
  assert.equal(there.ports.length, 2);
  assert.deepEqual(there.last().posted, [{ type: 'read', request: REQUEST, after: { job: STAGE.job, id: 'e-7' } }]);
  there.last().say({ type: 'event', id: 'e-8', event: wire('events/summary') });
  back();
  assert.equal(there.ports.length, 2, 'what is over is not read again');
  assert.deepEqual(told, ['stage e-7', 'summary e-8']);
});

test('a port that was closed without a word is noticed by the next ping', () => {
  const there = background();
  read(there);
  there.state.closed = true;
  mock.timers.tick(20_000);
  there.state.closed = false;
  mock.timers.tick(100);
  assert.equal(there.ports.length, 2);
  assert.deepEqual(there.last().posted, [{ type: 'read', request: REQUEST }]);
});

test('an extension that is gone is told as that', () => {
  const reloaded = background();
  const { told } = read(reloaded);
  reloaded.state.alive = false;
  reloaded.last().drop();
  assert.deepEqual(told, ['problem extension_gone']);

  const error = mock.method(console, 'error', () => {});
  const invalid = background();
  invalid.state.gone = true;
  assert.deepEqual(read(invalid).told, ['problem extension_gone']);
  assert.equal(error.mock.callCount(), 1);
  error.mock.restore();

  const dying = background();
  const last = read(dying);
  for (let i = 0; i < 20; i++) {
    dying.last().drop();
    mock.timers.tick(10_000);
  }
  assert.deepEqual(last.told, ['problem extension_gone'], 'not for ever, and once');
});

test('a problem ends it, in the words for what is wrong here', () => {
  const there = background();
  const { told } = read(there);
  there.last().say({ type: 'problem', problem: wire('problems/unauthorized') });
  there.last().say({ type: 'event', id: 'e-1', event: STAGE });
  assert.deepEqual(told, ['problem unauthorized']);
  Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
  const offline = background();
  const second = read(offline);
  offline.last().say({ type: 'problem', problem: wire('problems/source_unreachable') });
  assert.deepEqual(second.told, ['problem offline']);
  // @ts-ignore: only what was laid over the real one goes
  delete navigator.onLine;
});

test('stop is the background’s to do, or ours where it is not there', () => {
  const there = background();
  const { told, reader } = read(there);
  reader.stop('job');
  assert.deepEqual(there.last().posted.at(-1), { type: 'stop', job: 'job' });
  assert.deepEqual(told, []);
  there.last().drop();
  reader.stop('job');
  assert.deepEqual(told, ['problem cancelled']);
  mock.timers.tick(60_000);
  assert.equal(there.ports.length, 1);
});
