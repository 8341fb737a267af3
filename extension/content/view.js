/** Which elements of a page are in sight, and for how long. */

/**
 * @param {Element[]} elements in the page's order
 * @param {object} moments
 * @param {(element: Element) => void} moments.stayed in sight for `rest` ms, in a tab that is looked at
 * @param {() => void} moments.changed what is in sight is another than before
 * @param {number} moments.rest
 * @param {AbortSignal} moments.signal
 * @returns {{readonly inView: Element[]}}
 */
export function watch(elements, { stayed, changed, rest, signal }) {
  /** @type {Set<Element>} */
  const seen = new Set();
  /** @type {Map<Element, ReturnType<typeof setTimeout>>} */
  const timers = new Map();

  /** @param {Element} element */
  function leave(element) {
    clearTimeout(timers.get(element));
    timers.delete(element);
  }
  /** @param {Element} element */
  function count(element) {
    if (document.visibilityState !== 'visible') return;
    leave(element);
    timers.set(element, setTimeout(stayed, rest, element));
  }
  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting && !seen.has(target)) {
        seen.add(target);
        count(target);
      } else if (!isIntersecting) {
        seen.delete(target);
        leave(target);
      }
    }
    changed();
  });
  for (const element of elements) observer.observe(element);
  document.addEventListener('visibilitychange', () => {
    const turn = document.visibilityState === 'visible' ? count : leave;
    for (const element of seen) turn(element);
  }, { signal }); // prettier-ignore
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      for (const element of [...timers.keys()]) leave(element);
    },
    { once: true },
  );
  return {
    get inView() {
      return elements.filter((element) => seen.has(element));
    },
  };
}
