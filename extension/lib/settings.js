/**
 * The settings, in `storage.local` (never `sync`: the token stays on this machine). Only the background and the extension's own
 * pages read them; a content script asks the background, which leaves the token out.
 *
 * @typedef {{
 *   server: string, token: string, language: string, theme: 'auto' | 'light' | 'dark', hover: boolean
 * }} Settings `language` is BCP 47, '' for the browser's
 */
import { isLoopback } from './loopback.js';

/** @type {Readonly<Settings>} */
export const DEFAULTS = Object.freeze({ server: 'http://127.0.0.1:8765/', token: '', language: '', theme: 'auto', hover: true });

/**
 * A service's address as it is kept.
 *
 * @param {string} text as typed; `http://` may be left out
 * @returns {string | null} with a slash at its end; null where it is no http(s) address
 */
export function serverOf(text) {
  const typed = text.trim();
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `http://${typed}`;
  if (/\s/.test(typed) || !typed || !URL.canParse(whole)) return null; // Chromium takes a blank in a host for %20
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  return `${url.origin}${url.pathname.replace(/\/*$/, '/')}`;
}

/**
 * The host permission that a server needs.
 *
 * @param {string} server as `serverOf` gives it
 * @returns {string | null} a match pattern; null for this machine, which the manifest names
 */
export function originOf(server) {
  const { protocol, hostname } = new URL(server);
  if (isLoopback(hostname)) return null;
  return `${protocol}//${hostname}/*`; // without the port: Firefox's patterns know none
}

/**
 * @param {string} text
 * @returns {string} as a language tag (BCP 47); '' where it is none, such as the `en-US@posix` of a computer without a locale
 */
export function tagOf(text) {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? '';
  } catch {
    return '';
  }
}

/**
 * @param {Pick<Settings, 'language'>} settings
 * @returns {string} the language of summaries, BCP 47
 */
export function languageOf({ language }) {
  return tagOf(language) || tagOf(chrome.i18n.getUILanguage().replace(/@.*/, '')) || 'en';
}

/** @returns {Promise<Settings>} what was never set, or is not of the kind it should be, is the default */
export async function readSettings() {
  const found = await chrome.storage.local.get(Object.keys(DEFAULTS));
  const settings = { ...DEFAULTS };
  for (const name of /** @type {(keyof Settings)[]} */ (Object.keys(DEFAULTS))) {
    if (typeof found[name] === typeof DEFAULTS[name]) Object.assign(settings, { [name]: found[name] });
  }
  return { ...settings, server: serverOf(settings.server) ?? DEFAULTS.server };
}

/** @param {Partial<Settings>} changed */
export async function writeSettings(changed) {
  await chrome.storage.local.set(changed);
}
