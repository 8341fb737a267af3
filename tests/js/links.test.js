import assert from 'node:assert/strict';
import test from 'node:test';
import { evidenceLink, textFragment, webAddress } from '../../extension/panel/links.js';
import { wire } from './wire.js';

const summary = wire('summary');
const model = wire('summary-model-zh');

test('evidence of an HTML page is its anchor and its words', () => {
  const { evidence } = summary.takeaways[1];
  const expected = 'https://arxiv.org/html/2401.00001v2#S3.SS1.p1:~:text=Fog%20does%20not%20change%20the%20error.';
  assert.equal(evidenceLink(evidence, summary.coverage), expected);
});

test('a long quote is named whole: its first words may stand elsewhere too', () => {
  const link = evidenceLink(summary.takeaways[0].evidence, summary.coverage) ?? '';
  const quote = 'On 312 recordings the median error is 8.5%, against 21.0% for the array method of Berg (2019).';
  assert.ok(link.endsWith(`#S3.SS1.p1:~:text=${encodeURIComponent(quote)}`), link);
});

test('evidence of a PDF is its page, of an abstract the words on the abs page', () => {
  assert.equal(evidenceLink(model.takeaways[0].evidence, model.coverage), 'https://arxiv.org/pdf/2401.00001v2#page=4');
  const quick = wire('summary-quick');
  const link = evidenceLink(quick.one_sentence.evidence, quick.coverage) ?? '';
  assert.ok(link.startsWith('https://arxiv.org/abs/2401.00001v2#:~:text=We%20present'));
});

test('an upload has a link only where its host has one', () => {
  const coverage = { ...model.coverage, link: null };
  const { evidence } = model.takeaways[1];
  assert.equal(evidenceLink(evidence, coverage), null);
  assert.equal(evidenceLink(evidence, coverage, 'blob:http://127.0.0.1/1-2'), 'blob:http://127.0.0.1/1-2#page=5');
  assert.equal(evidenceLink(evidence, { ...coverage, reading: 'page' }, 'blob:http://127.0.0.1/1-2'), 'blob:http://127.0.0.1/1-2');
});

test('only addresses of the web are links', () => {
  for (const bad of ['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'blob:http://127.0.0.1/1', '//example.org', '/abs/1', '', null, undefined, 'https://']) {
    assert.equal(webAddress(bad), null, String(bad));
    assert.equal(evidenceLink(model.takeaways[0].evidence, { ...model.coverage, link: bad ?? null }), null);
  }
  assert.equal(webAddress('http://example.org/a b'), 'http://example.org/a%20b');
});

test('an anchor and a link cannot break out of their place', () => {
  const evidence = { ...summary.takeaways[0].evidence, quote: 'x', place: { anchor: 'a"b c#d', page: null, box: null } };
  const coverage = { ...summary.coverage, link: 'https://example.org/p?q=1#old' };
  assert.equal(evidenceLink(evidence, coverage), 'https://example.org/p?q=1#a%22b%20c%23d');
});

test('mathematics is left out of the words looked for', () => {
  const quote = wire('summary').note.steps[0].text;
  assert.equal(textFragment(quote), `:~:text=${encodeURIComponent('We first separate calls by their harmonic spacing, with')}`);
  assert.equal(textFragment('$x$ and $y$'), '');
  assert.equal(textFragment('state-of-the-art results, as shown'), ':~:text=state%2Dof%2Dthe%2Dart%20results%2C%20as%20shown');
  assert.equal(textFragment('渡鸦群的大小可以估计'), `:~:text=${encodeURIComponent('渡鸦群的大小可以估计')}`);
  assert.equal(textFragment('x'.repeat(100_000) + ' a b c'), '');
});
