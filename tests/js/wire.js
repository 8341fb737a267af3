/** The wire's examples, as the panel would get them. */
import { readdirSync, readFileSync } from 'node:fs';

const WIRE = new URL('../wire/', import.meta.url);

/**
 * @param {string} name path under tests/wire/ without its `.json`
 * @returns {any} one's own copy
 */
export function wire(name) {
  return JSON.parse(readFileSync(new URL(`${name}.json`, WIRE), 'utf8'));
}

/** @param {string} folder @returns {string[]} the examples of a folder of tests/wire/ */
export function examples(folder) {
  return readdirSync(new URL(folder, WIRE)).map((file) => `${folder}/${file.replace(/\.json$/, '')}`).sort();
}
