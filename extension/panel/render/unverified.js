import { h } from '../dom.js';
import { spotWords } from '../spot.js';
import { claimNodes, quote } from './claim.js';

const REASONS = /** @type {const} */ ({
  quote_not_found: 'reason_quote_not_found',
  number_not_found: 'reason_number_not_found',
  name_not_found: 'reason_name_not_found',
  block_not_found: 'reason_block_not_found',
  number_role: 'reason_number_role',
  direction_turned: 'reason_direction_turned',
  hedge_dropped: 'reason_hedge_dropped',
});

/**
 * @param {import('../state.js').DraftClaim} claim
 * @param {import('./context.js').Context} ctx
 * @returns {string} the reason in words: what was looked for, and where
 */
function why(claim, ctx) {
  const { reason, evidence } = claim;
  if (!reason) return '';
  const where = evidence ? spotWords(evidence, ctx.t) : ctx.t('spot_text');
  const [key, what] = [REASONS[reason.code], reason.what];
  return reason.code === 'block_not_found' || !key ? ctx.t(REASONS.block_not_found) : ctx.t(key, [what, where]);
}

/**
 * Claims that were not found in the paper: last, folded, counted, each with its reason.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function unverified(view, ctx) {
  const claims = view.unverified;
  if (!claims.length) return null;
  const heading = claims.length === 1 ? ctx.t('unverified_one') : ctx.t('unverified_many', String(claims.length));
  const items = claims.map((claim) => h('li', {}, ...claimNodes(claim, view, ctx), h('p', { class: 'why' }, why(claim, ctx)), quote(claim, view, ctx)));
  return h(
    'details',
    { class: 'part doubt', 'data-key': 'unverified', open: ctx.open.get('unverified') },
    h('summary', {}, h('h3', {}, heading)),
    h('ul', { class: 'claims' }, ...items),
  );
}
