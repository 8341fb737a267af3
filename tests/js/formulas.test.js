import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { pieces } from '../../extension/panel/formulas.js';

/** @param {string} text @returns {string[]} the formulas found in it */
const formulas = (text) => pieces(text).flatMap((piece) => ('tex' in piece ? [piece.tex] : []));

test('formulas are found and money is not', () => {
  /** @type {[string, string[]][]} */
  const cases = [
    ['We set $p=2$ and $q$.', ['p=2', 'q']],
    ['It costs $5 and $10 a day.', []],
    ['It costs $5.', []],
    ['of $O(n^{2}\\cdot d)$ time', ['O(n^{2}\\cdot d)']],
    ['where $x = 1 $ holds', ['x = 1 ']],
    ['\\(a\\) and \\[b\\] and $$c$$', ['a', 'b', 'c']],
    ['a price of \\$5 and \\$6', []],
    ['$X$-valued', ['X']],
    ['no formula', []],
    ['$$', []],
  ];
  for (const [text, expected] of cases) assert.deepEqual(formulas(text), expected, text);
});

test('whatever stands in a text, nothing of it is lost', () => {
  for (const text of ['We set $p=2$ and $q$.', '$', '$$$$', '\\(a\\)$b$', 'a $b c$ d', '$a$$b$', '\\[ $ \\]', '$x$5 and $y$']) {
    assert.equal(pieces(text).map((piece) => ('tex' in piece ? piece.source : piece.text)).join(''), text);
  }
});

test('Temml is the released file, unchanged', () => {
  const file = readFileSync(new URL('../../extension/lib/temml/temml.js', import.meta.url));
  assert.equal(createHash('sha256').update(file).digest('hex'), '49753197751c1ff7fa2c76c3b8503b6cee03774c7c92ccd71c3c4b7fa5b31fe1');
});
