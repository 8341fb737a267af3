const KEY = 'language';

/** @param {string} tag */
function nameOf(tag) {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
}

/**
 * The choice of language: what the page offers itself, then the browser's others.
 *
 * @param {HTMLSelectElement} select
 * @param {() => void} changed
 */
export function fillLanguages(select, changed) {
  const primary = (/** @type {string} */ tag) => tag.toLowerCase().split('-')[0];
  for (const tag of navigator.languages) {
    if ([...select.options].some((option) => primary(option.value) === primary(tag))) continue;
    const option = new Option(nameOf(tag), tag);
    option.lang = tag;
    select.append(option);
  }
  const wanted = localStorage.getItem(KEY) ?? navigator.language;
  const found = [...select.options].find((option) => primary(option.value) === primary(wanted));
  if (found) select.value = found.value;
  select.addEventListener('change', () => {
    localStorage.setItem(KEY, select.value);
    changed();
  });
}
