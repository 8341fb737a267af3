import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import test from 'node:test';

const EXTENSION = new URL('../../extension/', import.meta.url);

/** @param {string} folder @returns {string[]} */
const files = (folder) =>
  readdirSync(new URL(folder, EXTENSION), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(js|json)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);

test('nothing is called verified: a quote that was found does not prove a claim', () => {
  for (const file of [...files('_locales/'), ...files('panel/')]) {
    const text = readFileSync(file, 'utf8');
    // «verified», «verify»; `unverified` is the wire's word for what was not confirmed. In Chinese: 已核实, 已验证, 经证实.
    assert.doesNotMatch(text, /\bverif(y|ied|ies|ication)\b|[已经](核实|验证|证实|确认)/i, file);
  }
});
