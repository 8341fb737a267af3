import assert from 'node:assert/strict';
import test from 'node:test';
import { createParser, messages } from '../../extension/lib/sse.js';

const STREAM = ': hello\n\nid: e-1\nevent: stage\ndata: {"a":\ndata: "渡鸦"}\n\nretry: 3000\nid: e-2\ndata:x\n\n:\n\ndata\n\nevent: lost\n\n';
const EXPECTED = [
  { id: 'e-1', event: 'stage', data: '{"a":\n"渡鸦"}' },
  { id: 'e-2', event: 'message', data: 'x' },
  { id: 'e-2', event: 'message', data: '' },
];

for (const [name, end] of /** @type {const} */ ([['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']])) {
  test(`a stream with ${name} is read whole and in pieces cut anywhere`, () => {
    const text = STREAM.replaceAll('\n', end);
    assert.deepEqual(createParser().push(text), EXPECTED);
    for (const size of [1, 2, 3, 7]) {
      const parser = createParser();
      const pieces = text.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
      assert.deepEqual(pieces.flatMap((piece) => parser.push(piece)), EXPECTED);
      assert.equal(parser.retry, 3000);
    }
  });
}

test('a byte order mark is dropped, an id with NUL and a retry that is no number are ignored', () => {
  const parser = createParser();
  const [message] = parser.push('\uFEFFid: a\nid: b\0\nretry: soon\ndata: 1\n\n');
  assert.deepEqual(message, { id: 'a', event: 'message', data: '1' });
  assert.equal(parser.retry, null);
});

test('what was not ended by an empty line is not delivered', () => {
  assert.deepEqual(createParser().push('id: e-1\ndata: half'), []);
});

test('bytes are decoded across pieces, and every piece is a sign of life', async () => {
  const bytes = new TextEncoder().encode(STREAM);
  let alive = 0;
  const body = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const read = [];
  for await (const message of messages(body, createParser(), () => (alive += 1))) read.push(message);
  assert.deepEqual(read, EXPECTED);
  assert.equal(alive, bytes.length + 1);
});

test('who stops reading closes the connection', async () => {
  let cancelled = false;
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => void (cancelled = true),
  });
  for await (const message of messages(body)) {
    assert.equal(message.data, '1');
    break;
  }
  assert.ok(cancelled);
});
