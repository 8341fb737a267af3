import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { examples, wire } from './wire.js';

const TYPES = readFileSync(new URL('../../extension/lib/wire.js', import.meta.url), 'utf8');

/** @param {string} name @returns {Set<string>} the fields of a type in lib/wire.js, in all its alternatives */
function fields(name) {
  const body = new RegExp(`@typedef \\{\\{([^}]*)\\}\\} ${name}$`, 'm').exec(TYPES)?.[1];
  assert.ok(body, `lib/wire.js has no ${name}`);
  return new Set([...body.matchAll(/(\w+)\??: /g)].map((match) => String(match[1])));
}

/** @param {object} example @param {string} type */
function agrees(example, type) {
  assert.deepEqual(new Set(Object.keys(example)), fields(type), type);
}

test('every noun of the wire has the fields its type says', () => {
  const summary = wire('summary-model-zh');
  agrees(summary, 'Summary');
  agrees(summary.paper, 'Paper');
  agrees(summary.coverage, 'Coverage');
  agrees(summary.making, 'Making');
  agrees(summary.flags[0], 'Flag');
  agrees(summary.coverage.attempts[0], 'Attempt');
  agrees(summary.coverage.skipped[0], 'Skipped');
  agrees(summary.takeaways[2], 'Claim');
  agrees(summary.takeaways[2].reason, 'Reason');
  agrees(summary.takeaways[0].evidence, 'Evidence');
  agrees(summary.takeaways[0].evidence.place, 'Place');
  agrees(summary.takeaways[0].evidence.place.box, 'Box');
  agrees(wire('problems/busy'), 'Problem');
  agrees(wire('request'), 'Request');
});

test('every event of the wire is one the types know', () => {
  const types = { stage: 'Stage', paper: 'Paper', preview: 'Preview', part: 'Part', delta: 'Delta', summary: 'Summary', failed: 'Failed', retry: 'Retry' };
  for (const name of examples('events')) {
    const event = wire(name);
    agrees(event, `${types[/** @type {keyof typeof types} */ (event.type)]}Event`);
  }
});
