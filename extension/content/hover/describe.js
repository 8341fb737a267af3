/**
 * What a card says, for who does not see it: beside the link, as an id does not reach into a shadow root.
 *
 * @returns {{say(link: Element, words: string): void, stop(): void}}
 */
export function createDescription() {
  const id = 'takeaways-description';
  /** @type {{link: Element, node: HTMLElement, before: string | null} | null} */
  let said = null;

  function stop() {
    if (!said) return;
    const { link, node, before } = said;
    node.remove();
    if (before === null) link.removeAttribute('aria-describedby');
    else link.setAttribute('aria-describedby', before);
    said = null;
  }

  return {
    say(link, words) {
      if (said?.link === link) {
        said.node.textContent = words;
        return;
      }
      stop();
      const node = document.createElement('span');
      node.id = id;
      node.hidden = true;
      node.textContent = words;
      // Not among the link's own siblings: a page's `a + a` would see it.
      document.body.append(node);
      const before = link.getAttribute('aria-describedby');
      link.setAttribute('aria-describedby', before ? `${before} ${id}` : id);
      said = { link, node, before };
    },
    stop,
  };
}
