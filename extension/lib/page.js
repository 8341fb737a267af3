/** What the extension's own pages (options, sidebar) have in common: elements, words, theme. */
import { readSettings } from './settings.js';
import { loadWords, interfaceLocale } from './words.js';

/**
 * @template {Element} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function element(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no ${id}`);
  return found;
}

/** @param {import('./settings.js').Settings['theme']} theme */
export function setTheme(theme) {
  document.documentElement.dataset.theme = theme;
}

/**
 * Words where the page's elements ask for them, and the chosen theme.
 *
 * @returns {Promise<{t: import('./words.js').Words, settings: import('./settings.js').Settings}>}
 */
export async function dress() {
  const settings = await readSettings();
  const t = await loadWords(chrome.runtime.getURL('_locales/'), interfaceLocale(settings.language, chrome.i18n.getUILanguage()));
  setTheme(settings.theme);
  document.documentElement.lang = t('@@ui_locale').replace('_', '-');
  for (const node of document.querySelectorAll('[data-t]')) node.textContent = t(node.getAttribute('data-t') ?? '');
  return { t, settings };
}
