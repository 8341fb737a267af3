/**
 * Put text on the clipboard.
 *
 * @param {string | Promise<string>} text a promise is waited for within the same user gesture
 * @throws {Error} where the browser does not let it
 */
export async function copyText(text) {
  const words = await text;
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  // Over plain http from another machine there is no clipboard API.
  const area = document.createElement('textarea');
  area.value = words;
  area.className = 'hidden';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (!done) throw new Error('the browser did not copy');
}
