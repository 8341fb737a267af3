/**
 * A real server on loopback that gives answers in turn: what the service might say, and what it must not.
 *
 * @typedef {{method: string, path: string, headers: import('node:http').IncomingHttpHeaders, body: string}} Seen
 * @typedef {(response: import('node:http').ServerResponse) => void} Answer
 */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after } from 'node:test';

/** @type {(() => void)[]} */
const closing = [];
after(() => closing.forEach((close) => close()));

/**
 * @param {Answer[]} answers one a request; when there are none left, the connection is dropped
 */
export async function serve(answers) {
  /** @type {Seen[]} */
  const seen = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request) body += piece;
    seen.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers, body });
    const answer = answers.shift();
    if (answer) answer(response);
    else response.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  closing.push(() => (server.closeAllConnections(), server.close()));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return { seen, base: `http://127.0.0.1:${address.port}/`, server };
}

/** @param {object[]} events @param {{from?: number, epoch?: string, then?: 'end' | 'break' | 'hang'}} [how] @returns {Answer} */
export function stream(events, { from = 1, epoch = 'e', then = 'end' } = {}) {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
    response.write(': heartbeat\n\n');
    events.forEach((event, i) => response.write(`id: ${epoch}-${from + i}\ndata: ${JSON.stringify(event)}\n\n`));
    if (then === 'end') response.end();
    if (then === 'break') setTimeout(() => response.destroy(), 20); // after what was written has left
  };
}

/** @param {any} problem @returns {Answer} */
export const refuse = (problem) => (response) => {
  response.writeHead(problem.status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify(problem));
};

/** @param {unknown} body @returns {Answer} */
export const json = (body) => (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
};
