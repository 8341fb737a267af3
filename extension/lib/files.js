/** What a file is when the browser does not say. */
const TYPES = /** @type {Record<string, string>} */ ({ pdf: 'application/pdf', html: 'text/html', htm: 'text/html' });

/**
 * @param {File} file
 * @returns {File} of a type the service can be told
 */
function typed(file) {
  if (file.type) return file;
  const type = TYPES[file.name.split('.').pop()?.toLowerCase() ?? ''] ?? 'application/octet-stream';
  return new File([file], file.name, { type });
}

/**
 * Files come by the chooser, or dropped anywhere.
 *
 * @param {HTMLInputElement} chooser
 * @param {HTMLElement} curtain shown while a file hovers over the page
 * @param {(file: File) => void} take
 */
export function acceptFiles(chooser, curtain, take) {
  chooser.addEventListener('change', () => {
    const file = chooser.files?.[0];
    if (file) take(typed(file));
    chooser.value = ''; // the same file may be chosen again
  });
  /** @param {DragEvent} event */
  const holdsFile = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    curtain.hidden = false;
  });
  addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) curtain.hidden = true;
  });
  addEventListener('drop', (event) => {
    curtain.hidden = true;
    if (!holdsFile(event)) return;
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) take(typed(file));
  });
}
