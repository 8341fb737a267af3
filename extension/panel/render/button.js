import { h, icon } from '../dom.js';

/** How long «Copied» stands on a button, in ms. */
const TOLD = 2_000;

/**
 * A button that asks the host for something and says how it went.
 *
 * @param {import('./context.js').Context} ctx
 * @param {{label: string, action: import('./context.js').Action, icon?: Parameters<typeof icon>[0], done?: string,
 *   failed?: string, title?: string, class?: string}} options with an icon, the label gives way to it where it is narrow
 * @returns {HTMLButtonElement}
 */
export function actionButton(ctx, { label, action, icon: name, done = '', failed = '', title, class: className = '' }) {
  const text = h('span', { class: 'label' }, label);
  const button = h('button', { type: 'button', class: `button ${className}`, title, 'aria-label': name && label, 'data-key': action.type + label });
  button.append(...(name ? [icon(name)] : []), text);
  /** @param {string} words */
  const tell = (words) => {
    if (!words) return;
    text.textContent = words;
    button.classList.add('told');
    ctx.announce(words);
    setTimeout(() => {
      text.textContent = label;
      button.classList.remove('told');
    }, TOLD);
  };
  button.addEventListener('click', () => {
    Promise.resolve(ctx.send(action)).then(
      () => tell(done),
      () => tell(failed),
    );
  });
  return button;
}
