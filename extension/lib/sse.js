/**
 * Server-sent events from a fetch stream (HTML standard, 9.2.6). EventSource itself can neither POST nor send a token.
 *
 * @typedef {{id: string, event: string, data: string}} Message
 * @typedef {{push(text: string): Message[], readonly retry: number | null}} Parser
 */

/**
 * A parser that is fed text in pieces of any size, cut anywhere (also between CR and LF).
 *
 * @returns {Parser} `retry` is the last reconnection time the server asked for, in milliseconds.
 */
export function createParser() {
  let rest = '';
  let first = true;
  let skipLineFeed = false;
  let id = '';
  let event = '';
  /** @type {string[]} */
  let data = [];
  /** @type {number | null} */
  let retry = null;

  /** @param {string} line @returns {Message | null} */
  function take(line) {
    if (line === '') {
      const message = data.length ? { id, event: event || 'message', data: data.join('\n') } : null;
      event = '';
      data = [];
      return message;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return null; // a comment: the heartbeat
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) retry = Number(value);
    return null;
  }

  return {
    get retry() {
      return retry;
    },
    push(text) {
      if (first && text) {
        text = text.replace(/^\uFEFF/, '');
        first = false;
      }
      if (skipLineFeed && text) {
        if (text[0] === '\n') text = text.slice(1);
        skipLineFeed = false;
      }
      if (text.endsWith('\r')) skipLineFeed = true; // its LF may come with the next piece
      const lines = (rest + text).split(/\r\n|\r|\n/);
      rest = lines.pop() ?? '';
      return lines.map(take).filter((message) => message !== null);
    },
  };
}

/**
 * The messages of a response's body, as they come.
 *
 * @param {ReadableStream<Uint8Array>} body
 * @param {Parser} [parser]
 * @param {() => void} [alive] called for every piece that comes, heartbeats too
 * @returns {AsyncGenerator<Message, void, void>}
 */
export async function* messages(body, parser = createParser(), alive = () => {}) {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      alive();
      yield* parser.push(done ? decoder.decode() : decoder.decode(value, { stream: true }));
      if (done) return;
    }
  } finally {
    await reader.cancel().catch(() => {}); // already broken: there is nothing left to close
  }
}
