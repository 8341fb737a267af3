/**
 * What the chip beside a claim says: «Abstract», «§5.2», «Table 2», «p. 7».
 *
 * @typedef {import('../lib/wire.js').Evidence} Evidence
 * @typedef {import('../lib/words.js').Words} Words
 */

const WITH_NUMBER = /** @type {const} */ ({
  abstract: 'spot_abstract',
  section: 'spot_section',
  appendix: 'spot_appendix',
  figure: 'spot_figure',
  table: 'spot_table',
  algorithm: 'spot_algorithm',
  page: 'spot_page',
});

/**
 * @param {Evidence} evidence
 * @param {Words} t
 * @returns {string} a section without a number is named by its page, or as «in the text»
 */
export function spotWords({ spot, place }, t) {
  if (spot.kind === 'abstract') return t(WITH_NUMBER.abstract);
  const key = WITH_NUMBER[spot.kind];
  if (key && spot.number) return t(key, spot.number);
  return place.page ? t(WITH_NUMBER.page, String(place.page)) : t('spot_text');
}
