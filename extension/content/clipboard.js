/**
 * Put text on the clipboard, from a page that may forbid it (Permissions Policy) or is no secure context.
 *
 * @param {string} text
 * @param {Node & ParentNode} root within a shadow root of ours, which no style of the page reaches
 * @throws {Error} where the browser does not let it
 */
export async function copyText(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return;
  } catch (err) {
    if (err instanceof TypeError || err instanceof DOMException) copyBySelection(text, root);
    else throw err;
  }
}

/** @param {string} text @param {Node & ParentNode} root */
function copyBySelection(text, root) {
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'hidden';
  const scope = root.getRootNode();
  const focused = scope instanceof ShadowRoot ? scope.activeElement : document.activeElement;
  root.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  if (!done) throw new Error('the browser did not copy');
}
