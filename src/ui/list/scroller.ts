/** What scrolls around an element: the page, or the nearest box with a scroll bar of its own. */
export type Scroller = {
  /**
   * How far the element's top is above the visible part, and how high that part is, both in px.
   */
  windowOn(element: HTMLElement): { readonly above: number; readonly height: number };
  /**
   * Calls back on scroll and on a change of size, also of what is around the element, until the
   * returned function is called.
   */
  watch(look: () => void): () => void;
};

/** Finds what scrolls an element, so that a long list need not know where it is. */
export const scrollerOf = (element: HTMLElement): Scroller => {
  const box = boxAround(element);
  return {
    windowOn: (list) => {
      const top = list.getBoundingClientRect().top;
      if (box === undefined) return { above: -top, height: window.innerHeight };
      const frame = box.getBoundingClientRect();
      return { above: frame.top - top, height: frame.height };
    },
    watch: (look) => {
      const stop = new AbortController();
      const options = { passive: true, signal: stop.signal };
      (box ?? window).addEventListener('scroll', look, options);
      window.addEventListener('resize', look, options);
      // In the next frame: what `look` changes may change the size again, which the browser reports
      // as a loop.
      const later = (): void => void requestAnimationFrame(() => stop.signal.aborted || look());
      const sizes = new ResizeObserver(later);
      sizes.observe(box ?? document.documentElement);
      // What goes from above the list moves it, with no scroll and in a box that keeps its size.
      for (
        let part = element.parentElement;
        part !== null && part !== box;
        part = part.parentElement
      )
        sizes.observe(part);
      return () => {
        stop.abort();
        sizes.disconnect();
      };
    },
  };
};

const boxAround = (element: HTMLElement): HTMLElement | undefined => {
  for (let box = element.parentElement; box !== null; box = box.parentElement) {
    if (box === document.body || box === document.documentElement) return undefined;
    if (/auto|scroll/.test(getComputedStyle(box).overflowY)) return box;
  }
  return undefined;
};
