/**
 * What every piece of the panel is given beside the view.
 *
 * @typedef {import('../../lib/wire.js').Coverage} Coverage
 * @typedef {import('../../lib/wire.js').Evidence} Evidence
 * @typedef {import('../../lib/words.js').Words} Words
 *
 * What the panel asks its host to do. The host answers with a promise that fails when it could not be done.
 * @typedef {{type: 'retry'} | {type: 'regenerate'} | {type: 'close'} | {type: 'stop', job: string | null} |
 *   {type: 'token', token: string} | {type: 'read', url: string} | {type: 'options'} | {type: 'reload'} | {type: 'copy_text', text: string} |
 *   {type: 'copy', form: 'md' | 'bib', id: string}} Action
 *
 * @typedef {{
 *   t: Words,
 *   locale: string,
 *   language: string,
 *   surface: 'frame' | 'page',
 *   showPaper: boolean,
 *   askToken: boolean,
 *   open: Map<string, boolean>,
 *   drawn: import('../rows.js').Drawn,
 *   hold: boolean,
 *   send: (action: Action) => unknown,
 *   linkTo: (evidence: Evidence, coverage: Coverage) => string | null,
 *   wording: (text: string) => (Node | string)[],
 *   announce: (words: string) => void,
 *   redraw: () => void
 * }} Context `open` remembers what the reader folded and unfolded, over redrawing; `wording` makes a
 *   text's formulas MathML; `hold`: what is drawn again now stays at least as high as it was
 */

export {};
