/**
 * A place of our own on a stranger's page: a host element with an open shadow root that the page's styles do not reach.
 * Open, as closed ones hide from assistive technology; constructed styles, as a page's CSP knows nothing of them.
 *
 * @typedef {'auto' | 'light' | 'dark'} Theme
 */

/** `!important` within `:host` beats a page's `!important`, its style attributes too (CSS Scoping 1, 3.3.1). */
const BASE = `
:host { all: initial !important; direction: ltr !important; color-scheme: light dark !important; }
:host([data-theme="light"]) { color-scheme: light !important; }
:host([data-theme="dark"]) { color-scheme: dark !important; }
@media print { :host { display: none !important; } }
`;

/**
 * @param {string} name of the host element
 * @param {string} css in which `:host` rules need `!important`
 * @param {AbortSignal} signal takes the host away
 * @returns {{host: HTMLElement, root: ShadowRoot}} not yet in the page
 */
export function createSurface(name, css, signal) {
  const host = document.createElement(name);
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(BASE + css);
  root.adoptedStyleSheets = [sheet];
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return { host, root };
}

/** Hosts that an extension which is gone (reloaded, updated) left on the page. */
export function removeStale() {
  for (const host of document.querySelectorAll('takeaways-overlay, takeaways-card, takeaways-button, takeaways-line')) host.remove();
}

/**
 * Put a host above whatever the page holds up: the top layer, where there is one.
 *
 * @param {HTMLElement} host
 */
export function raise(host) {
  // Beside the body, where no transform or filter of the page makes `position: fixed` mean something else.
  document.documentElement.append(host);
  if (typeof host.showPopover !== 'function') return;
  host.setAttribute('popover', 'manual');
  host.showPopover();
}

/**
 * Light or dark as the reader chose, else as arXiv's own switch says (`html[data-theme]`), else as the system.
 *
 * @param {HTMLElement} host
 * @param {Theme} chosen
 * @param {AbortSignal} signal
 */
export function followTheme(host, chosen, signal) {
  const page = document.documentElement;
  const take = () => {
    const theirs = page.getAttribute('data-theme');
    host.dataset.theme = chosen !== 'auto' ? chosen : theirs === 'light' || theirs === 'dark' ? theirs : 'auto';
  };
  take();
  if (chosen !== 'auto') return;
  const observer = new MutationObserver(take);
  observer.observe(page, { attributeFilter: ['data-theme'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
