/** One line under a title of a list: the one-sentence summary. */
import { h } from '../panel/dom.js';
import { tokens } from '../panel/style/tokens.js';
import { createSurface } from './surface.js';

// It stands on the page's own ground, and takes its ink, whatever the overlay's theme.
const CSS = `
:host { display: block !important; color: inherit !important; color-scheme: inherit !important; }
.panel.line { background: none; color: inherit; margin: 3px 0 5px; padding: 1px 0 1px 10px; border-inline-start: 3px solid var(--brand); font: 14px/1.5 var(--serif); }
.line p { margin: 0; }
.soft { font: 12px/1.5 var(--sans); color: color-mix(in srgb, currentColor 75%, transparent); }
.bone { block-size: 10px; margin-block: 6px; inline-size: 60%; border-radius: 4px; background: color-mix(in srgb, currentColor 14%, transparent); }
@media (prefers-reduced-motion: no-preference) {
  .bone { animation: breathe 1.8s ease-in-out infinite; }
  @keyframes breathe { 50% { opacity: .55; } }
}
@media (forced-colors: active) { .bone { border: 1px solid CanvasText; } }
`;

/** @typedef {{waiting(): void, say(words: string, lang?: string): void, tell(words: string): void, remove(): void}} Line */

/**
 * @param {Element} after the title
 * @param {import('../lib/words.js').Words} t
 * @returns {Line} `say` a sentence of the paper, `tell` why there is none
 */
export function createLine(after, t) {
  const gone = new AbortController();
  const { host, root } = createSurface('takeaways-line', tokens + CSS, gone.signal);
  const line = h('div', { class: 'panel line', role: 'note', 'aria-label': t('line_name') });
  root.append(line);
  after.after(host);
  return {
    waiting() {
      line.setAttribute('aria-busy', 'true');
      line.replaceChildren(h('div', { class: 'bone', 'aria-hidden': 'true' }));
    },
    say(words, lang = '') {
      line.setAttribute('aria-busy', 'false');
      line.replaceChildren(h('p', { lang, dir: 'auto' }, words));
    },
    tell(words) {
      line.setAttribute('aria-busy', 'false');
      line.replaceChildren(h('p', { class: 'soft' }, words));
    },
    remove: () => gone.abort(),
  };
}
