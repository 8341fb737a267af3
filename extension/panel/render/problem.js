/**
 * What went wrong and what to do: in the reader's language by the problem's code, else in the problem's own words.
 *
 * @typedef {import('../../lib/words.js').Words} Words
 */
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
  if (!found) return null;
  const { t } = ctx;
  const title = t(`problem_${found.code}_title`) || found.title;
  const action = t(`problem_${found.code}_action`) || found.action;
  const buttons = [
    found.retryable && actionButton(ctx, { label: t('retry'), action: { type: 'retry' }, class: 'main' }),
    found.code === 'service_unreachable' && actionButton(ctx, { label: t('copy_words', 'make run'), action: { type: 'copy_text', text: 'make run' }, done: t('copied'), failed: t('copy_failed') }),
  ].filter((button) => button instanceof Node);
  const detail = found.code === 'service_unreachable' ? t('nothing_answered', found.detail) : found.detail === found.title ? '' : found.detail;
  return h(
    'div',
    { class: 'problem' },
    h('h3', {}, title),
    detail && h('p', { class: 'detail', dir: 'auto' }, detail),
    h('p', {}, ...withCode(action)),
    found.retry_after !== null && h('p', { class: 'detail' }, t('retry_after', String(Math.ceil(found.retry_after)))),
    found.code === 'unauthorized' && tokenForm(ctx),
    buttons.length > 0 && h('div', { class: 'row' }, ...buttons),
  );
}
