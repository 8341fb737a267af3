/**
 * State -> what is shown: which summary stands on the page just now, and which of its claims where.
 *
 * @typedef {import('../lib/wire.js').Coverage} Coverage
 * @typedef {import('../lib/wire.js').Flag} Flag
 * @typedef {import('../lib/wire.js').Making} Making
 * @typedef {import('../lib/wire.js').NotePart} NotePart
 * @typedef {import('./state.js').DraftClaim} DraftClaim
 * @typedef {import('./state.js').State} State
 * @typedef {Partial<Record<NotePart, DraftClaim[]>>} Notes
 * @typedef {{state: State, coverage: Coverage | null, making: Making | null}} About what a claim is shown with
 * @typedef {{
 *   state: State, source: 'summary' | 'draft' | 'preview' | null,
 *   sentence: DraftClaim | null, takeaways: DraftClaim[], firm: number, earlier: About | null, keywords: string[], note: Notes | null, notStated: NotePart[],
 *   unverified: DraftClaim[], translation: string | null,
 *   coverage: Coverage | null, making: Making | null, flags: Flag[]
 * }} View `firm`: how many takeaways are not the preview's, which stand until others come in their places; `earlier`: about those
 */
import { NOTE_PARTS } from './state.js';

/** @type {never[]} */
const NONE = [];

/** @param {DraftClaim | null | undefined} claim @returns {claim is DraftClaim} */
const stands = (claim) => Boolean(claim) && claim?.state !== 'unverified';

/**
 * @param {(DraftClaim | null)[]} claims
 * @returns {DraftClaim[]} the unverified, each once: the note often repeats a takeaway
 */
function doubtful(claims) {
  const seen = new Map();
  for (const claim of claims) if (claim?.state === 'unverified' && !seen.has(claim.text)) seen.set(claim.text, claim);
  return [...seen.values()];
}

/**
 * @param {State} state
 * @returns {View}
 */
export function view(state) {
  const whole = state.summary ?? state.preview;
  const draft = state.draft;
  const source = state.summary ? 'summary' : draft ? 'draft' : state.preview ? 'preview' : null;
  // Of a paper in a language that the engine does not read there is no note, not an empty one.
  const noted = whole?.making.depth === 'full' && !whole.making.unread_language;
  const note = draft ? draft.note : noted ? whole.note : null;
  const sentence = draft?.one_sentence ?? whole?.one_sentence ?? null;
  const before = draft ? (state.preview ?? null) : null;
  const written = (draft ? draft.takeaways : (whole?.takeaways ?? NONE)).filter(stands);
  // The note is written after the takeaways: when it begins, no more of them will come.
  const toCome = !written.length || !NOTE_PARTS.some((part) => draft?.note[part]);
  const waiting = before && toCome ? before.takeaways.slice(written.length).filter(stands) : NONE;
  const notes = note ? NOTE_PARTS.flatMap((part) => note[part] ?? NONE) : NONE;
  return {
    state,
    source,
    sentence: stands(sentence) ? sentence : (before?.one_sentence ?? null),
    takeaways: [...written, ...waiting],
    firm: written.length,
    earlier: before && { state, coverage: before.coverage, making: before.making },
    // They stand below what is being written, and come with the rest.
    keywords: state.summary?.keywords ?? NONE,
    note: note && Object.fromEntries(NOTE_PARTS.map((part) => [part, (note[part] ?? NONE).filter(stands)])),
    notStated: draft ? NONE : (whole?.not_stated ?? NONE),
    unverified: doubtful([sentence, ...(draft ?? whole ?? { takeaways: NONE }).takeaways, ...notes]),
    translation: draft?.title_translation ?? whole?.title_translation ?? null,
    // A draft is of a reading not yet known: its places cannot be opened before the summary is there.
    coverage: draft ? null : (whole?.coverage ?? null),
    making: draft ? null : (whole?.making ?? null),
    flags: state.summary?.flags ?? NONE,
  };
}

/**
 * @param {View} view
 * @returns {boolean} whether nothing was chosen: the engine does not read the paper's language, and passes its abstract on
 */
export function verbatim({ making }) {
  return Boolean(making?.unread_language) && !/^en\b/i.test(making?.language ?? '');
}
