import { languageOf, tagOf } from '../lib/settings.js';

/** What papers are often summarized in; the browser's own come first. */
const OFTEN = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'it', 'pt-BR', 'ru'];

/** @param {string} tag */
function nameOf(tag) {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/**
 * @param {HTMLSelectElement} select
 * @param {string} chosen BCP 47, '' for the browser's
 * @param {import('../lib/words.js').Words} t
 */
export function fillLanguages(select, chosen, t) {
  select.append(new Option(t('options_language_auto', nameOf(languageOf({ language: '' }))), ''));
  for (const tag of new Set([...navigator.languages, ...OFTEN, chosen].map(tagOf).filter(Boolean))) {
    const option = new Option(nameOf(tag), tag);
    option.lang = tag;
    select.append(option);
  }
  select.value = tagOf(chosen);
}
