/**
 * The interface's words for a page that has no `chrome.i18n`: same files, same rules as `chrome.i18n.getMessage`.
 *
 * @typedef {(name: string, substitutions?: string | string[]) => string} Words
 * @typedef {{message: string, description?: string, placeholders?: Record<string, {content: string}>}} Entry
 * @typedef {Record<string, Entry>} Entries
 */

/** The locales there are words for; the first is where missing words come from. */
export const LOCALES = /** @type {const} */ (['en', 'zh_CN']);

/**
 * The locale whose words serve a language best.
 *
 * @param {string} language BCP 47
 * @returns {typeof LOCALES[number]}
 */
export function localeFor(language) {
  return /^zh\b/i.test(language) ? 'zh_CN' : 'en';
}

/**
 * The locale of an interface: the language chosen for summaries where there are words in it, else the browser's.
 *
 * @param {string} chosen BCP 47, '' for the browser's
 * @param {string} browser
 */
export function interfaceLocale(chosen, browser) {
  return localeFor(/^(en|zh)\b/i.test(chosen) ? chosen : browser);
}

/** @param {string} text @param {string[]} values */
function substitute(text, values) {
  return text.replace(/\$(\$+|[1-9])/g, (_, mark) => (mark[0] === '$' ? mark : (values[Number(mark) - 1] ?? '')));
}

/**
 * Words from the entries of one locale.
 *
 * @param {Entries} entries
 * @param {string} locale answered for `@@ui_locale`
 * @param {Entries} [fallback] the default locale's
 * @returns {Words} '' for a name there is no message for, as `getMessage` does
 */
export function createWords(entries, locale, fallback = {}) {
  return (name, substitutions = []) => {
    if (name === '@@ui_locale') return locale;
    const entry = Object.hasOwn(entries, name) ? entries[name] : Object.hasOwn(fallback, name) ? fallback[name] : null;
    if (!entry) return '';
    const values = Array.isArray(substitutions) ? substitutions : [substitutions];
    const named = entry.message.replace(/\$([A-Za-z0-9_@]+)\$/g, (whole, /** @type {string} */ placeholder) => {
      const found = entry.placeholders?.[placeholder.toLowerCase()];
      return found ? found.content : whole;
    });
    return substitute(named, values);
  };
}

/**
 * Fetch a locale's words.
 *
 * @param {string} folder address of `_locales`, with the slash at its end
 * @param {string} locale
 * @returns {Promise<Words>}
 */
export async function loadWords(folder, locale) {
  /** @param {string} name @returns {Promise<Entries>} */
  const read = async (name) => {
    const response = await fetch(`${folder}${name}/messages.json`);
    if (!response.ok) throw new Error(`no words for ${name}: ${response.status}`);
    return response.json();
  };
  const [entries, fallback] = await Promise.all([read(locale), locale === LOCALES[0] ? {} : read(LOCALES[0])]);
  return createWords(entries, locale, fallback);
}
