import assert from 'node:assert/strict';
import test from 'node:test';
import { createConnection } from '../../../extension/background/connection.js';
import { json, refuse, serve } from '../loopback.js';
import { wire } from '../wire.js';
import { asked, start } from './chrome.js';

const OWN = 'chrome-extension://takeaways/options/options.html';
const NOWHERE = 'http://127.0.0.1:1/';

test('a content script gets the settings and never the token, however it asks', async () => {
  const { base } = await serve([]);
  const browser = await start({ local: { server: base, token: 'very-secret', theme: 'dark', hover: false } });
  const answer = await asked(browser, { type: 'settings' });
  assert.deepEqual(answer, { settings: { server: base, language: '', theme: 'dark', hover: false } });
  for (const type of ['settings', 'takeaways', 'text', 'open', 'test', 'upload', 'constructor', 'no such']) {
    const said = await asked(browser, { type, urls: [], server: base, token: '', blob: 'blob:x' });
    assert.doesNotMatch(JSON.stringify(said), /very-secret/, type);
  }
});

test('settings that nobody could have chosen are the defaults', async () => {
  const browser = await start({ local: { server: 'javascript:alert(1)', hover: 'yes', theme: 7 } });
  assert.deepEqual((await asked(browser, { type: 'settings' })).settings, { server: 'http://127.0.0.1:8765/', language: '', theme: 'auto', hover: true });
});

test('a summary is had as text, with the token of the settings', async () => {
  const { base, seen } = await serve([(response) => response.end('# Ravens')]);
  const browser = await start({ local: { server: base, token: 'typed' } });
  assert.deepEqual(await asked(browser, { type: 'text', id: '4355', form: 'md', language: 'en' }), { text: '# Ravens' });
  assert.equal(seen[0]?.headers.authorization, 'Bearer typed');
  assert.equal(seen[0]?.path, '/api/v1/summaries/4355.md?language=en');
});

test('the connection’s state is said in a word', async () => {
  const { base, seen } = await serve([
    json([]),
    refuse(wire('problems/unauthorized')),
    (response) => response.writeHead(501, { 'content-type': 'text/html' }).end('<h1>Unsupported method</h1>'),
    (response) => response.end('<h1>It works!</h1>'),
    refuse(wire('problems/not_found')),
    refuse(wire('problems/forbidden_host')),
  ]);
  const browser = await start({ permitted: true });
  const says = async (/** @type {string} */ server) => (await asked(browser, { type: 'test', server, token: 'given' }, OWN)).says;
  const said = [];
  for (let i = 0; i < 6; i += 1) said.push(await says(base));
  assert.deepEqual(said, ['ok', 'wrong_token', 'something_else', 'something_else', 'too_old', 'trouble']);
  assert.equal(seen[0]?.headers.authorization, 'Bearer given');
  assert.deepEqual(JSON.parse(seen[0]?.body ?? ''), { urls: [], cached_only: true });
  assert.equal(await says(NOWHERE), 'not_running');
  assert.equal(await says('ftp://x'), 'bad_address');
});

test('a server that takes the call and says nothing is not running', async () => {
  const { base } = await serve([() => {}]);
  await start();
  assert.equal((await createConnection().state({ server: base, token: '' }, AbortSignal.timeout(50))).says, 'not_running');
});

test('a server elsewhere that cannot be reached may only lack its permission', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
  for (const permitted of [false, true]) {
    const browser = await start({ permitted });
    const { says } = await asked(browser, { type: 'test', server: 'http://lab.example:8765', token: '' }, OWN);
    assert.equal(says, permitted ? 'not_running' : 'no_permission');
    assert.equal((await asked(browser, { type: 'test', server: NOWHERE, token: '' }, OWN)).says, 'not_running');
  }
});

test('a page’s content script may neither try servers nor send files', async () => {
  const { base, seen } = await serve([json([])]);
  const browser = await start({ local: { server: base } });
  for (const message of [{ type: 'test', server: base, token: '' }, { type: 'upload', blob: 'blob:https://arxiv.org/1' }]) {
    assert.equal((await asked(browser, message)).problem.code, 'bad_request');
  }
  assert.deepEqual(seen, []);
});

test('a file dropped on the sidebar is sent as it is', async () => {
  const { base, seen } = await serve([json({ id: 'sha256:0' })]);
  const browser = await start({ local: { server: base } });
  const blob = URL.createObjectURL(new Blob(['%PDF-1.7'], { type: 'application/pdf' }));
  assert.deepEqual(await asked(browser, { type: 'upload', blob }, OWN), { id: 'sha256:0' });
  assert.equal(seen[0]?.body, '%PDF-1.7');
  assert.equal(seen[0]?.headers['content-type'], 'application/pdf');
});

for (const [reason, answers, opened] of /** @type {const} */ ([
  ['install', [], ['options']],
  ['install', [json([])], []],
  ['update', [], []],
])) {
  test(`${reason} with ${answers.length ? 'the' : 'no'} service running opens ${opened.length ? 'the options' : 'nothing'}`, async () => {
    const { base } = await serve([...answers]);
    const browser = await start({ local: { server: base } });
    await Promise.all(browser.fake.runtime.onInstalled.emit({ reason }));
    assert.deepEqual(browser.done, opened);
    assert.deepEqual(browser.menus.map(({ contexts }) => contexts), [['link']]); // prettier-ignore
  });
}
