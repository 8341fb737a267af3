/**
 * Whether asking for a paper gives a summary that is there already: nothing is read, and no model is paid.
 *
 * @param {import('../lib/wire.js').Summary | null | undefined} summary what is known of the paper
 * @param {string} language that would be asked for, BCP 47
 * @returns {boolean}
 */
export function isFree(summary, language) {
  if (summary?.making.depth !== 'full') return false;
  const { engine, degraded, language: written } = summary.making;
  // The embedded engine writes in one language whatever is asked; where it stood in for a model, the model would be asked again.
  return engine === 'embedded' ? degraded === null : written === language;
}
