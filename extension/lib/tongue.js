/** Scripts of which one language is by far the likeliest in a paper. Kana first: Japanese also holds Han characters. */
const SCRIPTS = /** @type {const} */ ([
  [/[\u3040-\u30ff]/g, 'ja', 0.1],
  [/\p{Script=Hangul}/gu, 'ko', 0.2],
  [/\p{Script=Han}/gu, 'zh', 0.2],
  [/\p{Script=Cyrillic}/gu, 'ru', 0.5],
]);
const ENGLISH = /\b(the|of|and|is|are|we|to|in|that|this|for|with|by|on)\b/gi;

/**
 * The language of a passage, as far as it shows: for `lang=`, which picks fonts, hyphenation and a voice.
 *
 * @param {string} text
 * @returns {string} BCP 47, or '' (unknown) rather than a guess
 */
export function tongue(text) {
  const sample = text.slice(0, 2_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, tag, share] of SCRIPTS) {
    if ((sample.match(script)?.length ?? 0) > share * letters) return tag;
  }
  const words = sample.match(/\p{L}+/gu)?.length ?? 0;
  return (sample.match(ENGLISH)?.length ?? 0) > 0.12 * words ? 'en' : '';
}

/**
 * Whether two tags name one written language (`zh-CN` and `zh` do; `zh-CN` and `zh-TW` do not).
 *
 * @param {string} one BCP 47
 * @param {string} other BCP 47
 * @returns {boolean}
 */
export function sameTongue(one, other) {
  try {
    const [a, b] = [new Intl.Locale(one).maximize(), new Intl.Locale(other).maximize()];
    return a.language === b.language && a.script === b.script;
  } catch {
    return one.toLowerCase() === other.toLowerCase(); // not language tags: only equal ones are the same
  }
}
