import { h } from '../dom.js';
import { actionButton } from './button.js';

/** Ollama's address, and a model that many have. */
const LINES = 'OPENAI_BASE_URL=http://127.0.0.1:11434/v1\nTAKEAWAYS_MODEL=llama3.2';

/**
 * How to connect a model: shown above the foot when asked for.
 *
 * @param {import('../view.js').View} view
 * @param {import('./context.js').Context} ctx
 * @returns {HTMLElement | null}
 */
export function connect(view, ctx) {
  if (!ctx.open.get('connect')) return null;
  const copy = actionButton(ctx, { label: ctx.t('copy_lines'), action: { type: 'copy_text', text: LINES }, done: ctx.t('copied'), failed: ctx.t('copy_failed') });
  return h(
    'section',
    { class: 'connect', id: 'connect' },
    h('h3', {}, ctx.t('connect')),
    h('p', {}, ctx.t('connect_how')),
    h('pre', {}, h('code', {}, LINES)),
    h('p', { class: 'detail' }, ctx.t('connect_which')),
    h('div', { class: 'row' }, copy),
  );
}
