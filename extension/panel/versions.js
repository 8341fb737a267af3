/**
 * The newest version of an arXiv paper that can be read, where it is newer than the one that was.
 *
 * @param {import('../lib/wire.js').Paper} paper
 * @returns {import('../lib/wire.js').Version | null} null where the paper is of another source, or is the newest
 */
export function newest({ id, version, versions }) {
  if (!id.startsWith('arxiv:') || version === null) return null;
  const readable = versions.filter((one) => !one.withdrawn && one.number > version);
  return readable.reduce((/** @type {import('../lib/wire.js').Version | null} */ best, one) => (best && best.number > one.number ? best : one), null);
}
