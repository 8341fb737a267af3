/** A claim’s place on the page that is being read: gone to there, instead of in another tab. */
import { paperOf } from '../lib/reference.js';
import { samePaper } from './page.js';

/** Where the overlay is a sheet it would hide what it leads to (overlay.js). */
const SHEET = '(max-width: 560px)';

/** @param {MouseEvent} event a click within the panel */
export function showEvidence(event) {
  const link = event.target instanceof Element ? event.target.closest('a.spot') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.button || matchMedia(SHEET).matches) return;
  const [there, here] = [new URL(link.href), new URL(location.href)];
  const path = (/** @type {URL} */ url) => url.pathname.replace(/v\d+$/, '');
  if (!/^\/html\//.test(here.pathname) || path(there) !== path(here) || !samePaper(paperOf(there.href), paperOf(here.href))) return;
  // The anchor alone: text fragments are for pages that are being loaded.
  const anchor = decodeURIComponent(there.hash.replace(/:~:.*$/s, '').slice(1));
  const place = anchor && document.getElementById(anchor);
  if (!place) return;
  event.preventDefault();
  place.scrollIntoView({ block: 'center' });
  mark(place);
}

/** @param {Element} place shown for a while */
function mark(place) {
  if (!globalThis.Highlight || !CSS.highlights) return;
  const range = document.createRange();
  range.selectNodeContents(place);
  const mine = new Highlight(range);
  CSS.highlights.set('takeaways-evidence', mine);
  setTimeout(() => CSS.highlights.get('takeaways-evidence') === mine && CSS.highlights.delete('takeaways-evidence'), 4_000);
}
