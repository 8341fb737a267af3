/**
 * What went wrong and what to do: in the reader's language by the problem's code, else in the problem's own words.
 *
 * @typedef {import('../../lib/words.js').Words} Words
 */
import { isLoopback } from '../../lib/loopback.js';
import { h, withCode } from '../dom.js';
import { actionButton } from './button.js';

/**
 * @param {string} code
 * @param {Words} t
 * @returns {string} the code itself where there are no words for it
 */
export function problemTitle(code, t) {
  return t(`problem_${code}_title`) || code;
}

/** @param {string} code @param {import('../../lib/words.js').Words} t @returns {string} what went wrong, and what to do */
export function problemWords(code, t) {
  return `${problemTitle(code, t)} ${t(`problem_${code}_action`)}`.trim();
}

/** What starts the service: the folder that the extension was loaded from, then one word. */
export const START = 'cd takeaways\nmake run';

/** @param {import('./context.js').Context} ctx */
function tokenForm(ctx) {
  const input = h('input', { type: 'password', name: 'token', autocomplete: 'off', spellcheck: 'false', required: true, 'data-key': 'token', 'aria-label': ctx.t('token') , placeholder: ctx.t('token')});
  /** @param {SubmitEvent} event */
  const submit = (event) => {
    event.preventDefault();
    ctx.send({ type: 'token', token: input.value.trim() });
  };
  return h('form', { class: 'row', onsubmit: submit }, input, h('button', { class: 'button main' }, ctx.t('token_use')));
}

/**
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function problem(view, ctx) {
  const found = view.state.problem;
  // Where there is something to read, the foot says that it was stopped: nothing moves.
  if (!found || (found.code === 'cancelled' && view.source)) return null;
  const { t } = ctx;
  const title = t(`problem_${found.code}_title`) || found.title;
  const action = t(`problem_${found.code}_action`) || found.action;
  const down = found.code === 'service_unreachable';
  const startable = down && isLoopback(found.detail.replace(/:\d+$/, ''));
  // Where the panel takes no token there are options, which hold the token and the service's address.
  const options = (found.code === 'unauthorized' || down) && !ctx.askToken;
  const first = options && !down;
  const buttons = [
    found.code === 'extension_gone' && actionButton(ctx, { label: t('reload_page'), action: { type: 'reload' }, class: 'main' }),
    first && actionButton(ctx, { label: t('open_options'), action: { type: 'options' }, class: 'main' }),
    (found.retryable || first) && actionButton(ctx, { label: t('retry'), action: { type: 'retry' }, class: first ? '' : 'main' }),
    startable && actionButton(ctx, { label: t('copy_lines'), action: { type: 'copy_text', text: START }, done: t('copied'), failed: t('copy_failed') }),
    options && down && actionButton(ctx, { label: t('open_options'), action: { type: 'options' } }),
  ].filter((button) => button instanceof Node);
  const detail = down ? t('nothing_answered', found.detail) : found.detail === found.title ? '' : found.detail;
  return h(
    'div',
    { class: 'problem' },
    h('h3', {}, title),
    detail && h('p', { class: 'detail', dir: 'auto' }, detail),
    h('p', {}, ...withCode(action)),
    found.retry_after !== null && h('p', { class: 'detail' }, t('retry_after', String(Math.ceil(found.retry_after)))),
    startable && h('pre', {}, h('code', {}, START)),
    found.code === 'unauthorized' && ctx.askToken && tokenForm(ctx),
    buttons.length > 0 && h('div', { class: 'row' }, ...buttons),
  );
}
