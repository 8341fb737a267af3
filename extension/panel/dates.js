/** The day before the month for plain English, as on arXiv («2 Aug 2023»). */
const FORMS = /** @type {Record<string, string>} */ ({ en: 'en-GB' });

/**
 * A day in words.
 *
 * @param {string} iso a date (a calendar day, whatever the reader's time zone) or an instant
 * @param {string} locale BCP 47
 * @param {{year?: boolean, time?: boolean}} [parts] the year (default) and the time of day
 * @returns {string} as given where it is no date
 */
export function day(iso, locale, { year = true, time = false } = {}) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(FORMS[locale] ?? locale, {
    day: 'numeric',
    month: 'short',
    year: year ? 'numeric' : undefined,
    ...(time ? { hour: 'numeric', minute: '2-digit' } : {}),
    timeZone: /^\d{4}-\d\d-\d\d$/.test(iso) ? 'UTC' : undefined,
  }).format(date);
}

/**
 * @param {number} value
 * @param {string} locale
 * @returns {string}
 */
export function number(value, locale) {
  return new Intl.NumberFormat(FORMS[locale] ?? locale).format(value);
}
