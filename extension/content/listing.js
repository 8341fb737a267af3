/**
 * A list of papers: what is in sight is looked up before it is asked for, and shown, a line a paper, on a click.
 *
 * @typedef {import('./page.js').Entry} Entry
 * @typedef {import('./page.js').PaperRef} PaperRef
 * @typedef {import('../lib/wire.js').Problem} Problem
 */
import { canHighlight, highlight, keyRanges } from './highlight.js';
import { createLine } from './lines.js';
import { watch } from './view.js';

/** Beyond what is in sight the cache is asked for as many. */
const AHEAD = 25;
/** A row in sight for so long is read, not passed; in ms. By 4 s its card is to be filled at once, arXiv and the pace of its API included. */
const REST = 2_000;
/** Of a list that nobody has seen, so many are asked of arXiv together: its longest common page takes two requests, not forty. */
const TOGETHER = 100;
/** The observer tells of what is in sight in pieces; in ms. */
const SETTLE = 100;

/**
 * The entries nearest to some, to be asked for with them: those after them first.
 *
 * @template T
 * @param {T[]} all
 * @param {T[]} around in the order of `all`
 * @param {number} most
 * @param {(entry: T) => boolean} wanted
 * @returns {T[]}
 */
export function nearest(all, around, most, wanted) {
  const start = around[0] === undefined ? 0 : all.indexOf(around[0]);
  const [after, before] = [all.slice(start), all.slice(0, start).reverse()];
  return [...after, ...before].filter(wanted).slice(0, most);
}

/**
 * @param {object} parts
 * @param {Entry[]} parts.entries
 * @param {import('../lib/words.js').Words} parts.t
 * @param {import('./rows.js').Rows} parts.rows
 * @param {() => {hover: boolean}} parts.settings
 * @param {(fault: unknown) => Problem} parts.problemOf
 * @param {AbortSignal} parts.signal
 */
export function startListing({ entries, t, rows, settings, problemOf, signal }) {
  const byTitle = new Map(entries.map((entry) => [/** @type {Element} */ (entry.title), entry]));
  /** @type {Map<Entry, import('./lines.js').Line | null>} with null: its abstract is marked instead */
  const shown = new Map();
  /** @type {Range[]} */
  let ranges = [];
  let on = false;
  /** Nobody answered: said once, and the next click tries again. */
  let failed = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let settling;

  const titles = entries.map((entry) => entry.title);
  const sight = watch(titles, {
    rest: REST,
    signal,
    stayed: (title) => settings().hover && !rows.expected(/** @type {Entry} */ (byTitle.get(title)).paper) && void wantNear().catch(() => {}),
    changed() {
      clearTimeout(settling);
      settling = setTimeout(() => {
        if (settings().hover) void lookAhead().catch(() => {}); // nothing was promised: a card or a click will tell
        if (on && !failed) void showInView();
      }, SETTLE);
    },
  });
  signal.addEventListener('abort', () => (clearTimeout(settling), hide()), { once: true });

  const inView = () => sight.inView.map((title) => /** @type {Entry} */ (byTitle.get(title)));

  async function lookAhead() {
    const seen = inView();
    const last = seen.at(-1);
    const next = last ? entries.slice(entries.indexOf(last) + 1, entries.indexOf(last) + 1 + AHEAD) : [];
    await rows.look([...seen, ...next].map((entry) => entry.paper));
  }

  /** @param {Entry[]} [around] @returns {PaperRef[]} of which nothing is known yet */
  const unknownNear = (around = inView()) => nearest(entries, around, TOGETHER, ({ paper }) => !rows.expected(paper)).map(({ paper }) => paper);

  async function wantNear() {
    await rows.want(unknownNear());
  }

  async function showInView() {
    const fresh = inView().filter((entry) => !shown.has(entry));
    const waiting = fresh.filter((entry) => !mark(entry));
    if (!waiting.length) return;
    const lines = waiting.map((entry) => {
      const line = createLine(entry.title, t);
      shown.set(entry, line);
      if (!write(entry)) line.waiting();
      return /** @type {const} */ ([entry, line]);
    });
    const missing = lines.filter(([{ paper }]) => !rows.known(paper));
    if (!missing.length) return;
    try {
      await rows.look(missing.map(([{ paper }]) => paper));
      const rest = missing.filter(([entry]) => !write(entry));
      await rows.want(unknownNear());
      await Promise.all(rest.map(async ([entry, line]) => {
        await rows.get(entry.paper);
        if (!write(entry)) line.tell(t('card_slow'));
      })); // prettier-ignore
    } catch (err) {
      fail(problemOf(err), missing.map(([entry]) => entry));
    }
  }

  /** @param {Problem} problem @param {Entry[]} missing */
  function fail(problem, missing) {
    const [first, ...rest] = missing.filter(({ paper }) => !rows.known(paper));
    if (!on || failed || !first) return;
    failed = true;
    for (const entry of rest) {
      shown.get(entry)?.remove();
      shown.delete(entry);
    }
    const [title, action] = [t(`problem_${problem.code}_title`) || problem.title, t(`problem_${problem.code}_action`) || problem.action];
    shown.get(first)?.tell(`${title} ${action}`.replaceAll('`', ''));
  }

  /** @param {Entry} entry @returns {boolean} whether its abstract is on the page and its key sentence to be seen */
  function mark(entry) {
    if (!entry.abstracts.length || !canHighlight()) return false;
    const key = keyRanges(entry.abstracts);
    if (!key.sentence) return false;
    ranges = [...ranges, ...key.ranges];
    highlight(ranges);
    shown.set(entry, key.shown ? null : createLine(entry.title, t));
    shown.get(entry)?.say(key.sentence);
    return true;
  }

  /** @param {Entry} entry @returns {boolean} whether there was something to write */
  function write(entry) {
    const row = rows.known(entry.paper);
    const line = shown.get(entry);
    if (!row || !line) return false;
    const { summary, problem } = row;
    const one = summary?.one_sentence ?? summary?.takeaways[0];
    if (summary && one) line.say(one.text, summary.making.language);
    else line.tell(problem ? t(`problem_${problem.code}_title`) || problem.title : t('line_none'));
    return true;
  }

  function hide() {
    on = failed = false;
    for (const line of shown.values()) line?.remove();
    shown.clear();
    ranges = [];
    if (canHighlight()) highlight(ranges);
  }

  return {
    /** The toolbar was clicked: lines, or none. */
    toggle() {
      const done = on && !failed;
      hide();
      if (done) return;
      on = true;
      void showInView();
    },

    /** @param {PaperRef} paper @returns {PaperRef[]} those to be asked for with it */
    companions(paper) {
      const entry = entries.find((one) => one.paper.id === paper.id);
      return entry ? unknownNear([entry]).filter(({ id }) => id !== paper.id) : [];
    },
  };
}
