import { ServiceProblem } from '../lib/service.js';

/**
 * What went wrong, as a problem. Its title and action are the words of the interface (`problem_<code>_title`, `_action`).
 *
 * @param {unknown} fault a code, or what was thrown: a fault of ours is logged here, and nowhere else
 * @returns {import('../lib/wire.js').Problem}
 */
export function problemOf(fault) {
  if (fault instanceof ServiceProblem) return fault.problem;
  const code = typeof fault === 'string' ? fault : 'internal';
  if (typeof fault !== 'string') console.error('Takeaways', fault);
  const detail = fault instanceof Error ? String(fault) : '';
  return { type: `urn:takeaways:problem:${code}`, code, title: '', status: 0, detail, action: '', retryable: true, retry_after: null };
}
